using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Projects;

/// <summary>For endpoints whose project is named in a body or a query, or not at all, and not in the route.</summary>
public static class ProjectAccess
{
    /// <summary>That the caller has at least a role in a project, or without one in the house; to somebody who is no member, the project does not exist.</summary>
    public static async ValueTask<Problem?> CheckProjectAsync(this HttpContext http, int? projectId, AccessRole needed, CancellationToken ct)
    {
        if (projectId is not { } project) return http.SignedInCaller().InTheHouse >= needed ? null : new RoleNeeded(needed, InTheHouse: needed == AccessRole.Admin).Problem;
        var role = await http.RoleInAsync(project, ct);
        if (role == AccessRole.None || await http.RequestServices.GetRequiredService<IProjects>().FindAsync(project, ct) is null)
            return Problem.NotFound("projects.unknown", $"Project {project} not found");
        return role >= needed ? null : new RoleNeeded(needed, InTheHouse: false).Problem;
    }
}

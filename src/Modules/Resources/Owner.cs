using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Resources;

/// <summary>
/// Whose a port, secret or service is: the house's, a project's, or one environment's of it. Resources name their owner in bodies and queries, so
/// here is decided who may come to it, for all of them in the same way.
/// </summary>
/// <param name="ProjectId">Null for the house.</param>
/// <param name="EnvironmentId">Never without its project.</param>
internal readonly record struct Owner(int? ProjectId, int? EnvironmentId)
{
    public static readonly Owner House = new(null, null);

    /// <summary>As a secret's scope is named: <c>global</c>, <c>project</c> or <c>environment</c>.</summary>
    public string Scope => this switch { { ProjectId: null } => StoredSecret.Global, { EnvironmentId: null } => StoredSecret.OfProject, _ => StoredSecret.OfEnvironment };

    /// <summary>That the owner exists and the caller has at least a role there; to somebody who is no member, the project does not exist.</summary>
    public async Task<Problem?> CheckAsync(HttpContext http, AccessRole needed, CancellationToken ct)
    {
        if (EnvironmentId is not null && ProjectId is null) return Problem.Invalid("project_id", "required", "An environment belongs to a project: give project_id too, or leave environment_id out.");
        if (await http.CheckProjectAsync(ProjectId, needed, ct) is { } denied) return denied;
        return EnvironmentId is { } environment && (await http.RequestServices.GetRequiredService<IProjects>().FindEnvironmentAsync(environment, ct))?.ProjectId != ProjectId
            ? Problem.Invalid("environment_id", "not_of_project", "environment_id names no environment of this project.")
            : null;
    }
}

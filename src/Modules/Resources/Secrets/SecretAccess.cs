using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>
/// Who may do what with secrets (T004-15): keys are seen by members; values are read and written by developers, in a protected environment by admins; global
/// ones, which every project inherits, are written and revealed by admins of the house.
/// </summary>
internal static class SecretAccess
{
    public static readonly Problem Unknown = Problem.NotFound("secrets.unknown", "There is no such secret in exactly this scope: give its project and environment, or leave them out for a global one.");

    public static Task<Problem?> CheckListAsync(this Owner owner, HttpContext http, CancellationToken ct) => owner.CheckAsync(http, AccessRole.Viewer, ct);

    /// <summary>For one secret of exactly this owner.</summary>
    public static async Task<Problem?> CheckValuesAsync(this Owner owner, HttpContext http, CancellationToken ct) => await owner.CheckAsync(http, await NeededAsync(owner, http, ct), ct);

    private static async Task<AccessRole> NeededAsync(Owner owner, HttpContext http, CancellationToken ct)
    {
        if (owner.ProjectId is null) return AccessRole.Admin;
        if (owner.EnvironmentId is not { } id) return AccessRole.Developer;
        var environment = await http.RequestServices.GetRequiredService<IProjects>().FindEnvironmentAsync(id, ct);
        return environment?.IsProtected == true ? AccessRole.Admin : AccessRole.Developer;
    }
}

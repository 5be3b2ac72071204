using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Identity;

/// <summary>For an endpoint that is open to many while some of what can be sent to it is not.</summary>
public static class Permissions
{
    /// <param name="context">Of the request whose caller is meant.</param>
    /// <param name="policy">One of <see cref="Policies"/>.</param>
    public static async Task<bool> MayAsync(this HttpContext context, string policy) =>
        (await context.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, policy)).Succeeded;

    /// <summary>For an endpoint whose project is named in its body or its query and not in its route. A role given a moment ago counts.</summary>
    /// <returns><see cref="AccessRole.None"/> for somebody who is not a member: to them the project does not exist.</returns>
    public static ValueTask<AccessRole> RoleInAsync(this HttpContext context, int projectId, CancellationToken ct) =>
        context.RequestServices.GetRequiredService<CallerDirectory>().FindRoleAsync(context.SignedInCaller(), projectId, ct);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Identity;

/// <summary>The caller has at least a role, in the project that the address is about or else in the house.</summary>
/// <param name="Role">Null for the one that the request's method needs.</param>
/// <param name="InTheHouse">The role in the project does not count.</param>
internal sealed record RoleRequirement(AccessRole? Role, bool InTheHouse = false) : IAuthorizationRequirement;

internal sealed class RoleHandler(IHttpContextAccessor accessor) : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (accessor.HttpContext is { } http && http.Caller() is { } caller)
        {
            var has = requirement.InTheHouse ? caller.InTheHouse : http.Features.Get<RoleInProject>()?.Role ?? caller.InTheHouse;
            if (has >= (requirement.Role ?? NeededFor(http.Request.Method))) context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static AccessRole NeededFor(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? AccessRole.Viewer : AccessRole.Developer;
}

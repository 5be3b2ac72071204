using Alicerce.Platform.Web.Answers;
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
            var needed = requirement.Role ?? NeededFor(http.Request.Method);
            if (has >= needed) context.Succeed(requirement);
            else http.Features.Set(new RoleNeeded(needed, requirement.InTheHouse));
        }

        return Task.CompletedTask;
    }

    private static AccessRole NeededFor(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? AccessRole.Viewer : AccessRole.Developer;
}

/// <summary>What the caller lacks: whoever is refused is told whom to ask for what.</summary>
internal sealed record RoleNeeded(AccessRole Role, bool InTheHouse)
{
    public Problem Problem => InTheHouse
        ? Problem.Forbidden("auth.needs_house_admin", "This needs the role admin in the house, not only in a project; a token needs that scope too.")
        : Problem.Forbidden($"auth.needs_{Role.Word()}", $"This needs the role {Role.Word()} here; a token needs a scope that allows it too.");
}

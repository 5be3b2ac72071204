using System.Globalization;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Identity;

/// <summary>
/// Between who is calling and what they may do: (1) find the project that the address is about, (2) find the caller's role there, (3) leave it
/// for the policies. To somebody who is no member the project does not exist.
/// </summary>
internal sealed class ProjectAccess(RequestDelegate next, CallerDirectory callers)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ProjectScope>() is { } scope && context.Caller() is { SeesAllProjects: false } caller)
        {
            var id = long.TryParse(context.Request.RouteValues[scope.RouteValue]?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;
            var role = await scope.Find(context.RequestServices, id, context.RequestAborted) is { } project ? await callers.FindRoleAsync(caller, project, context.RequestAborted) : AccessRole.None;
            if (role == AccessRole.None)
            {
                await Answer.WriteAsync(context, scope.Unknown(id));
                return;
            }

            context.Features.Set(new RoleInProject(role));
        }

        await next(context);
    }
}

using System.Net;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Telemetry;

/// <summary>A viewer of the house may scrape; whoever is on the same machine too, where the operator said so (T001-81).</summary>
internal sealed record MetricsAccess(bool IsOpenToLoopback) : IAuthorizationRequirement;

internal sealed class MetricsAccessHandler(IHttpContextAccessor accessor) : AuthorizationHandler<MetricsAccess>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MetricsAccess requirement)
    {
        if (accessor.HttpContext is { } http && (http.Caller()?.InTheHouse >= AccessRole.Viewer || (requirement.IsOpenToLoopback && IsFromThisMachine(http)))) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    // What a proxy on this machine passes on comes over loopback too.
    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.WasPassedOn();
}

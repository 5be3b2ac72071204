using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Platform.Web.Health;

/// <summary>Is the process alive, and can it do its work? Bare, without a token, for load balancers and probes (D15).</summary>
public static class HealthEndpoints
{
    /// <summary>The process answers.</summary>
    public sealed record Health(string Status, string Service, string Version);

    /// <summary>What the process works with, one entry a dependency.</summary>
    /// <param name="Status"><c>healthy</c>; <c>degraded</c> without something that it can do without; <c>unhealthy</c>, and 503, without something that it needs.</param>
    public sealed record Readiness(string Status, string Service, string Version, IReadOnlyList<Dependency> Dependencies);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => TypedResults.Ok(new Health("healthy", ServiceInfo.Name, ServiceInfo.Version)))
            .AllowAnonymous().WithTags("Health").WithSummary("Whether the process is alive");
        routes.MapGet("/health/ready", ReadyAsync)
            .AllowAnonymous().WithTags("Health").WithSummary("Whether everything the process needs answers")
            .Produces<Readiness>().Produces<Readiness>(503);
    }

    private static async Task<IResult> ReadyAsync(Dependencies dependencies, CancellationToken ct)
    {
        var probed = await dependencies.ProbeAsync(ct);
        var away = probed.Where(dependency => dependency.Reason is not null).ToList();
        var isReady = !away.Exists(dependency => dependency.IsNeeded);
        var status = (isReady, away.Count) switch { (false, _) => "unhealthy", (_, 0) => "healthy", _ => "degraded" };
        return Results.Json(new Readiness(status, ServiceInfo.Name, ServiceInfo.Version, probed), statusCode: isReady ? 200 : 503);
    }
}

using Alicerce.Platform.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Platform.Telemetry;

/// <summary><c>GET /metrics</c>, in every process (S001-OBS-06); <c>/api/metrics</c> is another name for it.</summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";
    public const string Policy = "metrics";

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, async (Metrics metrics, CancellationToken ct) => Results.Text(await metrics.ReadAsync(ct), PrometheusText.ContentType))
            .RequireAuthorization(Policy).AcrossProjects().WithTags("Health").WithSummary("What this process counts, in the Prometheus text form")
            .Produces<string>(contentType: "text/plain");
}

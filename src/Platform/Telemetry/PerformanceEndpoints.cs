using System.Globalization;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Platform.Telemetry;

/// <summary>The two pages of source 002 about speed, in its words (S002-MET-05, S002-MET-06).</summary>
internal static class PerformanceEndpoints
{
    private const double SlowMs = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/metricas").AcrossProjects().RequireAuthorization(Policies.HouseAdmin).WithTags("Metrics");
        group.MapGet("/performance", (RecentTimings timings) => (Result<PerformanceSummary>)timings.Summarize())
            .WithSummary("Mean, longest and shortest of the last timings, by name");
        group.MapGet("/health", (RecentTimings timings) => (Result<PerformanceHealth>)Judge(timings.Summarize()))
            .WithSummary("Whether something is slow, and the timings");
    }

    internal static PerformanceHealth Judge(PerformanceSummary summary)
    {
        var problems = summary.Timings
            .Where(timing => timing.Value is TimingSummary { MediaMs: > SlowMs })
            .Select(timing => string.Create(CultureInfo.InvariantCulture, $"{timing.Key}: {((TimingSummary)timing.Value).MediaMs:0}ms (muito lento)"))
            .ToList();
        return new PerformanceHealth(problems.Count == 0 ? "healthy" : "degraded", problems, summary);
    }
}

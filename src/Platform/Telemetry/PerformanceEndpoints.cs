using System.Globalization;
using Alicerce.Platform.Alerts;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.Health;
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
        group.MapGet("/health", HealthAsync).WithSummary("Whether something is slow, away or waits for too long, and the timings");
    }

    private static async Task<Result<PerformanceHealth>> HealthAsync(
        RecentTimings timings, Dependencies dependencies, MeasurementStore store, AlertOptions options, TimeProvider clock, CancellationToken ct)
    {
        var summary = timings.Summarize();
        var away = (await dependencies.ProbeAsync(ct)).Where(dependency => dependency.Reason is not null).Select(AlertRules.Away);
        var queue = AlertRules.Queue(await store.ReadQueueAsync(ct), options);
        List<string> problems = [.. SlowIn(summary, clock.GetUtcNow()), .. away.Concat(queue).Select(breach => breach.Mensagem)];
        return new PerformanceHealth(problems.Count == 0 ? "healthy" : "degraded", problems, summary);
    }

    /// <summary>What was slow before the last minutes says nothing about now (T002-25), and jobs may take their time: their queue is judged.</summary>
    internal static IEnumerable<string> SlowIn(PerformanceSummary summary, DateTimeOffset now) => summary.Timings
        .Where(timing => timing.Value.MediaMs > SlowMs && timing.Value.Kind != WorkKind.Job && timing.Value.UltimoEm > now - TimingRing.Window)
        .Select(timing => string.Create(CultureInfo.InvariantCulture, $"{timing.Key}: {timing.Value.MediaMs:0}ms (muito lento)"));
}

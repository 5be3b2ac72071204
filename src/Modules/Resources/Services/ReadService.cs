using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Services;

/// <summary>One service with its latest looks and its uptime.</summary>
internal static class ReadService
{
    private const int LatestLooks = 60;
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    /// <summary>One look at it.</summary>
    public sealed record LookView(DateTimeOffset CheckedAt, bool Succeeded, double? LatencyMs, string? Error);

    /// <param name="Uptime">Share of looks of the last 24 hours that found it well, in percent; null without any.</param>
    /// <param name="Looks">Of the last 24 hours.</param>
    /// <param name="AverageLatencyMs">Of the last 24 hours.</param>
    /// <param name="History">The latest looks, the newest first.</param>
    /// <param name="Hours">Of the last 24, the oldest first; hours without a look are left out.</param>
    /// <param name="Dependencies">What it says it cannot work without, in its order.</param>
    public sealed record Details(
        ServiceView Service, double? Uptime, int Looks, double? AverageLatencyMs, IReadOnlyList<LookView> History, IReadOnlyList<HourView> Hours, IReadOnlyList<DependencyView> Dependencies);

    /// <param name="Start">When the hour begins.</param>
    /// <param name="Good">How many of its looks found it well.</param>
    public sealed record HourView(DateTimeOffset Start, int Looks, int Good, double? AverageLatencyMs);

    /// <param name="Id">Of the best of the nearest instances; null where nobody registered one.</param>
    /// <param name="HealthStatus">With what that one depends on in turn.</param>
    public sealed record DependencyView(string Name, int? Id, string HealthStatus);

    public static Problem Unknown(int id) => Problem.NotFound("services.unknown", $"Service {id} not found");

    public static async Task<Result<Details>> HandleAsync(int id, HttpContext http, ResourcesDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } service) return Unknown(id);
        if (await new Owner(service.ProjectId, null).CheckAsync(http, AccessRole.Viewer, ct) is not null) return Unknown(id);
        var around = await db.Services.AsNoTracking().Where(s => s.ProjectId == null || s.ProjectId == service.ProjectId).ToListAsync(ct);
        var since = clock.GetUtcNow() - s_day;
        var ofDay = await db.Checks.Where(c => c.ServiceId == id && c.CheckedAt >= since).GroupBy(c => c.ServiceId)
            .Select(g => new { Looks = g.Count(), Good = g.Count(c => c.Succeeded), Average = g.Average(c => c.LatencyMs) }).SingleOrDefaultAsync(ct);
        var hours = await db.Database.SqlQuery<HourView>($"""
            SELECT date_trunc('hour', checked_at, 'UTC') AS start, count(*)::int AS looks, (count(*) FILTER (WHERE succeeded))::int AS good, avg(latency_ms) AS "AverageLatencyMs"
            FROM resources.service_checks WHERE service_id = {id} AND checked_at >= {since} GROUP BY 1 ORDER BY 1
            """).ToListAsync(ct);
        var dependencies = new Dependencies(around);
        var latest = await db.Checks.Where(c => c.ServiceId == id).OrderByDescending(c => c.CheckedAt).ThenByDescending(c => c.Id).Take(LatestLooks)
            .Select(c => new LookView(c.CheckedAt, c.Succeeded, c.LatencyMs, c.Error)).ToListAsync(ct);
        return new Details(
            ServiceView.Of(service, dependencies.DownOf(service)), ofDay is null ? null : Math.Round(100.0 * ofDay.Good / ofDay.Looks, 2), ofDay?.Looks ?? 0,
            ofDay?.Average is { } average ? Math.Round(average, 2) : null, latest, hours, [.. dependencies.DirectOf(service).Select(one => DependencyOf(one.Name, one.Best, dependencies, http))]);
    }

    /// <summary>Of the house's services everybody hears how they are, and only those who may see the house's get the way there.</summary>
    private static DependencyView DependencyOf(string name, RegisteredService? best, Dependencies all, HttpContext http)
    {
        if (best is null) return new DependencyView(name, null, Health.HealthStatus.Unknown);
        var maySee = best.ProjectId is not null || http.SignedInCaller().InTheHouse >= AccessRole.Viewer;
        return new DependencyView(name, maySee ? best.Id : null, ServiceView.Of(best, all.DownOf(best)).HealthStatus);
    }
}

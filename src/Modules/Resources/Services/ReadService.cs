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
    public sealed record Details(ServiceView Service, double? Uptime, int Looks, double? AverageLatencyMs, IReadOnlyList<LookView> History);

    public static Problem Unknown(int id) => Problem.NotFound("services.unknown", $"Service {id} not found");

    public static async Task<Result<Details>> HandleAsync(int id, HttpContext http, ResourcesDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } service) return Unknown(id);
        if (await new Owner(service.ProjectId, null).CheckAsync(http, AccessRole.Viewer, ct) is not null) return Unknown(id);
        var around = await db.Services.AsNoTracking().Where(s => s.ProjectId == null || s.ProjectId == service.ProjectId).ToListAsync(ct);
        var since = clock.GetUtcNow() - s_day;
        var ofDay = await db.Checks.Where(c => c.ServiceId == id && c.CheckedAt >= since).GroupBy(c => c.ServiceId)
            .Select(g => new { Looks = g.Count(), Good = g.Count(c => c.Succeeded), Average = g.Average(c => c.LatencyMs) }).SingleOrDefaultAsync(ct);
        var latest = await db.Checks.Where(c => c.ServiceId == id).OrderByDescending(c => c.CheckedAt).ThenByDescending(c => c.Id).Take(LatestLooks)
            .Select(c => new LookView(c.CheckedAt, c.Succeeded, c.LatencyMs, c.Error)).ToListAsync(ct);
        return new Details(
            ServiceView.Of(service, new Dependencies(around).DownOf(service)), ofDay is null ? null : Math.Round(100.0 * ofDay.Good / ofDay.Looks, 2), ofDay?.Looks ?? 0,
            ofDay?.Average is { } average ? Math.Round(average, 2) : null, latest);
    }
}

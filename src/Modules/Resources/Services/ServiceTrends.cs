using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Services;

/// <summary>How the services of a list have been of late, in one answer: uptime and the latencies of the last looks.</summary>
internal static class ServiceTrends
{
    private const int LatestLooks = 24;
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    /// <param name="Uptime">Share of looks of the last 24 hours that found it well, in percent; null without any.</param>
    /// <param name="LatenciesMs">Of the last looks, the oldest first; null for one that failed.</param>
    public sealed record Trend(int Id, string Name, double? Uptime, double?[] LatenciesMs);

    private sealed record Row(int Id, long Looks, long Good, double?[]? Latencies);

    /// <summary>In the order of the list, and paged as it is.</summary>
    public static async Task<Paged<Trend>> ListAsync([AsParameters] VisibleServices.Filter filter, [AsParameters] PageQuery pages, HttpContext http, ResourcesDb db, TimeProvider clock, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var page) is { } problem) return problem;
        var found = await VisibleServices.ReadAsync(db, http, filter, AccessRole.Viewer, ct);
        if (!found.IsSuccess) return found.Problem!;
        var shown = found.Value.Skip(page.Skip).Take(page.PerPage).Select(s => s.View).ToList();
        int[] ids = [.. shown.Select(s => s.Id)];
        var since = clock.GetUtcNow() - s_day;
        var rows = await db.Database.SqlQuery<Row>($"""
            SELECT s.id, day.looks, day.good, latest.latencies FROM unnest({ids}) AS s(id)
            CROSS JOIN LATERAL (SELECT count(*) AS looks, count(*) FILTER (WHERE c.succeeded) AS good FROM resources.service_checks c WHERE c.service_id = s.id AND c.checked_at >= {since}) AS day
            CROSS JOIN LATERAL (
                SELECT array_agg(l.latency_ms ORDER BY l.checked_at, l.id) AS latencies
                FROM (SELECT c.id, c.checked_at, c.latency_ms FROM resources.service_checks c WHERE c.service_id = s.id ORDER BY c.checked_at DESC, c.id DESC LIMIT {LatestLooks}) AS l) AS latest
            """).ToDictionaryAsync(row => row.Id, ct);
        return Paged.Of(shown.ConvertAll(s => TrendOf(s, rows[s.Id])), page.Meta(found.Value.Count));
    }

    private static Trend TrendOf(ServiceView service, Row row) => new(service.Id, service.Name, row.Looks == 0 ? null : Math.Round(100.0 * row.Good / row.Looks, 2), row.Latencies ?? []);
}

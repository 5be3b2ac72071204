using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Alerts;

/// <summary>What fires now and what did within the last month.</summary>
internal static class AlertsEndpoints
{
    private static readonly string[] States = [Alert.Firing, Alert.Resolved];

    /// <param name="Tipo">In the words of source 002, such as <c>performance_critica</c>.</param>
    /// <param name="Severidade"><c>warning</c> or <c>critical</c>.</param>
    /// <param name="State"><c>firing</c> or <c>resolved</c>.</param>
    /// <param name="Since">Since when it was so.</param>
    /// <param name="NotifiedAt">When the last message about it was queued; null: nobody was told.</param>
    public sealed record AlertView(
        int Id, string Tipo, string Severidade, string Mensagem, string State, DateTimeOffset Since, DateTimeOffset? FiredAt, DateTimeOffset? ResolvedAt, DateTimeOffset? NotifiedAt);

    /// <param name="State">The only one to list; both when left out.</param>
    public sealed record AlertsQuery([property: FromQuery(Name = "state")] string? State);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGroup("/alerts").WithTags("Metrics").AcrossProjects().RequireAuthorization(Policies.HouseAdmin)
            .MapGet("/", ListAsync).WithSummary("List alerts that fire or fired lately, the newest first").ProducesErrors(403)
            .Describes(new QueryDescription("state", States), new QueryDescription("cursor") { Example = CursorRequest.Beginning });

    private static async Task<Listed<AlertView>> ListAsync([AsParameters] AlertsQuery query, [AsParameters] CursorQuery paging, PlatformDb db, CancellationToken ct)
    {
        if (CursorRequest.Read(paging, out var place) is { } problem) return problem;
        if (query.State is { } state && !States.Contains(state)) return Problem.Invalid("state", "unknown", $"state is one of {string.Join(", ", States)}.");
        var rows = await db.Alerts.AsNoTracking()
            .Where(alert => alert.State != Alert.Pending && (query.State == null || alert.State == query.State) && (place.Id == null || alert.Id < place.Id))
            .OrderByDescending(alert => alert.Id).Take(place.Limit + 1).ToListAsync(ct);
        return Listed.Of(rows.ConvertAll(ViewOf), place, alert => CursorRequest.Encode(DateTimeOffset.UnixEpoch, alert.Id));
    }

    private static AlertView ViewOf(Alert alert) => new(
        alert.Id, alert.Tipo, alert.Severidade, alert.Mensagem, alert.State, alert.Since, alert.FiredAt, alert.ResolvedAt, alert.NotifiedAt);
}

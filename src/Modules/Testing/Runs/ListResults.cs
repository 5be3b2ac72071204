using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Final results of a run in the order in which they were written; the list grows while the run is under way.</summary>
internal sealed class ListResults(NpgsqlDataSource source)
{
    private static readonly string Sql = $"""
        SELECT {ResultItem.Columns} FROM {ResultItem.From}
        WHERE t.run_id = $1 AND t.run_day = ({ResultItem.RunDay}) AND t.is_final AND t.id > $2
            AND ($4::text IS NULL OR t.status = $4) AND ($5::text IS NULL OR t.reason = $5) AND ($6::text IS NULL OR coalesce(t.cause_key, t.reason, '') = $6)
            AND ($7::text IS NULL OR strpos(lower(c.name), lower($7)) > 0)
        ORDER BY t.id LIMIT $3
        """;

    /// <param name="Q">A part of the case's name.</param>
    public sealed record Query(
        [FromQuery(Name = "status")] string? Status, [FromQuery(Name = "reason")] string? Reason, [FromQuery(Name = "cause_key")] string? CauseKey, [FromQuery(Name = "q")] string? Q);

    public async Task<Listed<ResultItem>> HandleAsync(int runId, Query query, CursorQuery paging, CancellationToken ct)
    {
        if (CursorRequest.Read(paging, out var place) is { } problem) return problem;
        if (query.Status is { } status && !RunStatuses.OfResults.Contains(status))
            return Problem.Invalid("status", "unknown", $"status is one of {string.Join(", ", RunStatuses.OfResults)}.");
        if (await RunHead.FindAsync(source, runId, ct) is null) return Unknown.Run(runId);

        await using var command = source.CreateCommand(Sql);
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue(place.Id ?? 0);
        command.Parameters.AddWithValue(place.Limit + 1);
        foreach (var text in new[] { query.Status, query.Reason, query.CauseKey, query.Q }) command.Parameters.Add(RunStore.Nullable(text, NpgsqlDbType.Text));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var items = new List<ResultItem>();
        while (await reader.ReadAsync(ct)) items.Add(ResultItem.Read(reader));
        return Listed.Of(items, place, item => CursorRequest.Encode(DateTimeOffset.UnixEpoch, item.Id));
    }
}

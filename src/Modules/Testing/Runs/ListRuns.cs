using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Runs, the newest first, a numbered page.</summary>
internal sealed class ListRuns(NpgsqlDataSource source)
{
    private const string Where = """
        FROM testing.test_runs r JOIN testing.test_suites s ON s.id = r.suite_id
        WHERE ($1::int IS NULL OR r.suite_id = $1) AND ($2::int IS NULL OR s.project_id = $2) AND ($3::int IS NULL OR r.environment_id = $3)
            AND ($4::text IS NULL OR r.status = $4) AND ($5::int[] IS NULL OR s.project_id = ANY ($5))
        """;

    public sealed record Query(
        [FromQuery(Name = "suite_id")] int? SuiteId, [FromQuery(Name = "project_id")] int? ProjectId, [FromQuery(Name = "environment_id")] int? EnvironmentId,
        [FromQuery(Name = "status")] string? Status);

    /// <param name="query">What the caller asks for.</param>
    /// <param name="paging">Which page of it.</param>
    /// <param name="visible">Projects that the caller may know of; null for all.</param>
    /// <param name="ct">The caller left.</param>
    public async Task<Paged<RunHead>> HandleAsync(Query query, PageQuery paging, int[]? visible, CancellationToken ct)
    {
        if (PageRequest.Read(paging, out var page) is { } problem) return problem;
        if (query.Status is { } status && !RunStatuses.OfRuns.Contains(status))
            return Problem.Invalid("status", "unknown", $"status is one of {string.Join(", ", RunStatuses.OfRuns)}.");

        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(CommandOf($"SELECT count(*) {Where}", query, visible));
        var rows = CommandOf($"SELECT {RunHead.Columns} {Where} ORDER BY r.id DESC LIMIT $6 OFFSET $7", query, visible);
        rows.Parameters.Add(new() { Value = page.PerPage });
        rows.Parameters.Add(new() { Value = page.Skip });
        batch.BatchCommands.Add(rows);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var total = reader.GetInt64(0);
        await reader.NextResultAsync(ct);
        var runs = new List<RunHead>();
        while (await reader.ReadAsync(ct)) runs.Add(RunHead.Read(reader));
        return Paged.Of(runs, page.Meta(total));
    }

    private static NpgsqlBatchCommand CommandOf(string sql, Query query, int[]? visible) => new(sql)
    {
        Parameters =
        {
            RunStore.Nullable(query.SuiteId, NpgsqlDbType.Integer), RunStore.Nullable(query.ProjectId, NpgsqlDbType.Integer),
            RunStore.Nullable(query.EnvironmentId, NpgsqlDbType.Integer), RunStore.Nullable(query.Status, NpgsqlDbType.Text),
            RunStore.Nullable(visible, NpgsqlDbType.Array | NpgsqlDbType.Integer),
        },
    };
}

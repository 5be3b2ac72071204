using Alicerce.Engine.Running;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Writes one batch of results inside a transaction: counters, rows, findings, wake-up.</summary>
internal static class ResultBatch
{
    private const string Copy = """
        COPY testing.test_results (run_day, run_id, test_case_id, attempt, is_final, flaky, status, reason, cause_key, error_message, message, started_at, finished_at, duration_ms,
            response_json, assertion_results_json) FROM STDIN (FORMAT BINARY)
        """;

    private const string Confirm = """
        UPDATE testing.findings f SET confirmed = told.confirmed
        FROM unnest($2::text[], $3::boolean[]) AS told (finding_id, confirmed)
        WHERE f.project_id = $1 AND f.finding_id = told.finding_id AND f.confirmed IS DISTINCT FROM told.confirmed
        """;

    /// <returns>Final failures and errors of the run so far; null when the run has ended and nothing was written.</returns>
    public static async Task<int?> WriteAsync(NpgsqlTransaction transaction, RunRow run, IReadOnlyList<ResultRow> results, CancellationToken ct)
    {
        if (await RunStore.CountAsync(transaction, run.Id, Count(results), ct) is not { } bad) return null;
        await using (var rows = await transaction.Connection!.BeginBinaryImportAsync(Copy, ct))
        {
            foreach (var result in results) await WriteAsync(rows, run, result, ct);
            await rows.CompleteAsync(ct);
        }

        await ConfirmAsync(transaction, run, results, ct);
        await RunStore.NotifyAsync(transaction, run.Id, ct);
        return bad;
    }

    internal static RunCounters Count(IReadOnlyList<ResultRow> results)
    {
        var final = results.Where(r => r.IsFinal).ToList();
        int Of(string status) => final.Count(r => r.Status == status);
        return new RunCounters(
            0, Of(RunStatuses.Passed), Of(RunStatuses.Failed), Of(RunStatuses.Skipped), Of(RunStatuses.Error), final.Count(r => r.Flaky),
            final.Count(r => r.Reason == Reasons.FindingConfirmed));
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter rows, RunRow run, ResultRow result, CancellationToken ct)
    {
        await rows.StartRowAsync(ct);
        await rows.WriteAsync(run.Day, NpgsqlDbType.Date, ct);
        await rows.WriteAsync(run.Id, NpgsqlDbType.Integer, ct);
        await rows.WriteAsync(result.CaseId, NpgsqlDbType.Integer, ct);
        await rows.WriteAsync(result.Attempt, NpgsqlDbType.Integer, ct);
        await rows.WriteAsync(result.IsFinal, NpgsqlDbType.Boolean, ct);
        await rows.WriteAsync(result.Flaky, NpgsqlDbType.Boolean, ct);
        await rows.WriteAsync(result.Status, NpgsqlDbType.Varchar, ct);
        await WriteTextAsync(rows, result.Reason, NpgsqlDbType.Varchar, ct);
        await WriteTextAsync(rows, result.CauseKey, NpgsqlDbType.Varchar, ct);
        var isBad = result.Status is RunStatuses.Failed or RunStatuses.Error;
        await WriteTextAsync(rows, isBad ? result.Message : null, NpgsqlDbType.Text, ct);
        await WriteTextAsync(rows, isBad ? null : result.Message, NpgsqlDbType.Text, ct);
        await rows.WriteAsync(result.StartedAt.ToUniversalTime(), NpgsqlDbType.TimestampTz, ct);
        await rows.WriteAsync((result.StartedAt + result.Duration).ToUniversalTime(), NpgsqlDbType.TimestampTz, ct);
        await rows.WriteAsync(Math.Round(result.Duration.TotalMilliseconds, 3), NpgsqlDbType.Double, ct);
        await WriteTextAsync(rows, result.ResponseJson, NpgsqlDbType.Jsonb, ct);
        await rows.WriteAsync(result.AssertionsJson, NpgsqlDbType.Jsonb, ct);
    }

    private static Task WriteTextAsync(NpgsqlBinaryImporter rows, string? text, NpgsqlDbType type, CancellationToken ct) =>
        text is null ? rows.WriteNullAsync(ct) : rows.WriteAsync(text, type, ct);

    private static async Task ConfirmAsync(NpgsqlTransaction transaction, RunRow run, IReadOnlyList<ResultRow> results, CancellationToken ct)
    {
        var told = new SortedDictionary<string, bool>(StringComparer.Ordinal); // In one order everywhere, so that two shards never wait for each other.
        foreach (var result in results)
            if (result.Finding is var (id, confirmed)) told[id] = confirmed || told.GetValueOrDefault(id);
        if (told.Count == 0) return;
        await using var command = new NpgsqlCommand(Confirm, transaction.Connection, transaction);
        command.Parameters.AddWithValue(run.ProjectId);
        command.Parameters.AddWithValue(told.Keys.ToArray());
        command.Parameters.AddWithValue(told.Values.ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }
}

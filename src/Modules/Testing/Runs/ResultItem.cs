using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>One result in a list (S004-RUN-09).</summary>
/// <param name="Error">One sentence; null when the case passed.</param>
/// <param name="Reason">Short and stable, such as <c>auth_error</c> (T004-72).</param>
internal sealed record ResultItem(
    long Id, int TestCaseId, string TestName, string TestType, string Status, double DurationMs, string? Error, string? Reason, string? CauseKey, int Attempt, bool Flaky)
{
    /// <summary>What <see cref="Read"/> wants, in its order, from <see cref="From"/>.</summary>
    public const string Columns =
        "t.id, t.test_case_id, c.name, c.test_type, t.status, coalesce(t.duration_ms, 0), coalesce(t.error_message, t.message), t.reason, t.cause_key, t.attempt, t.flaky";

    public const string From = "testing.test_results t JOIN testing.test_cases c ON c.id = t.test_case_id";

    public static ResultItem Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetDouble(5), Text(reader, 6), Text(reader, 7),
        Text(reader, 8), reader.GetInt32(9), reader.GetBoolean(10));

    /// <summary>Final results of a run after an id, in the order in which they were written.</summary>
    public static async Task<List<ResultItem>> AfterAsync(NpgsqlDataSource source, int runId, long afterId, int limit, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            $"SELECT {Columns} FROM {From} WHERE t.run_id = $1 AND t.run_day = ({RunDay}) AND t.is_final AND t.id > $2 ORDER BY t.id LIMIT $3");
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue(afterId);
        command.Parameters.AddWithValue(limit);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var items = new List<ResultItem>();
        while (await reader.ReadAsync(ct)) items.Add(Read(reader));
        return items;
    }

    /// <summary>The partition of run $1: with it only that one is looked at.</summary>
    public const string RunDay = "SELECT (r.created_at AT TIME ZONE 'UTC')::date FROM testing.test_runs r WHERE r.id = $1";

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}

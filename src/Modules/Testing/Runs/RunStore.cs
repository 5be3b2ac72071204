using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>The statements on <c>testing.test_runs</c> that move a run along. Reading for people is in the slices.</summary>
internal sealed class RunStore(NpgsqlDataSource source)
{
    /// <summary>Wakes up whoever watches a run; the payload is its id.</summary>
    public const string Channel = "alicerce_runs";

    /// <summary>Follows the id when the run has ended, for the workers that still run its cases.</summary>
    public const string EndedMark = ":ended";

    private const string Row = """
        SELECT r.id, r.suite_id, s.project_id, r.environment_id, r.suite_name, r.environment_name, r.base_url, r.status, r.seed, r.total_tests, r.shards,
            (r.created_at AT TIME ZONE 'UTC')::date, r.options::text,
            r.failed + r.errors
        FROM testing.test_runs r JOIN testing.test_suites s ON s.id = r.suite_id
        """;

    /// <returns>Null when there is no such run.</returns>
    public async Task<RunRow?> FindAsync(int runId, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"{Row} WHERE r.id = $1");
        command.Parameters.AddWithValue(runId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    /// <summary>Runs under way that began before <paramref name="before"/>, oldest first, a bounded number.</summary>
    public async Task<List<RunRow>> RunningAsync(DateTimeOffset before, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"{Row} WHERE r.status = 'running' AND r.created_at < $1 ORDER BY r.id LIMIT 500");
        command.Parameters.AddWithValue(before.ToUniversalTime());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var runs = new List<RunRow>();
        while (await reader.ReadAsync(ct)) runs.Add(Read(reader));
        return runs;
    }

    /// <summary>
    /// Locks the run and adds to its counters. The lock is what puts the result ids of one run in the order of their commits, so that a
    /// watcher who asks for "after id n" misses none.
    /// </summary>
    /// <returns>Final failures and errors so far; null when the run is no longer under way and nothing more may be written.</returns>
    public static async Task<int?> CountAsync(NpgsqlTransaction transaction, int runId, RunCounters added, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE testing.test_runs SET passed = passed + $2, failed = failed + $3, skipped = skipped + $4, errors = errors + $5, flaky = flaky + $6,
                findings_confirmed = findings_confirmed + $7
            WHERE id = $1 AND status = 'running' RETURNING failed + errors
            """,
            transaction.Connection,
            transaction);
        foreach (var value in new[] { runId, added.Passed, added.Failed, added.Skipped, added.Errors, added.Flaky, added.FindingsConfirmed })
            command.Parameters.AddWithValue(value);
        return await command.ExecuteScalarAsync(ct) is int bad ? bad : null;
    }

    /// <summary>Wakes the watchers when the transaction commits.</summary>
    public static async Task NotifyAsync(NpgsqlTransaction transaction, int runId, CancellationToken ct, bool hasEnded = false)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_notify('{Channel}', $1)", transaction.Connection, transaction);
        command.Parameters.AddWithValue(hasEnded ? $"{runId}{EndedMark}" : runId.ToString());
        await command.ExecuteNonQueryAsync(ct);
    }

    internal static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static RunRow Read(NpgsqlDataReader reader) => new(
        reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.GetString(4),
        reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetInt32(8), reader.GetInt32(9), reader.GetInt32(10),
        reader.GetFieldValue<DateOnly>(11), RunChoices.Parse(reader.GetString(12)), reader.GetInt32(13));
}

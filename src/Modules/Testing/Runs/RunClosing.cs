using Alicerce.Contracts.Testing;
using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Ends runs: status, times and the fact <c>test.run.finished</c>, in one transaction. A run ends once; later callers change nothing.</summary>
internal sealed class RunClosing(NpgsqlDataSource source, TimeProvider clock)
{
    private const string MarkShard = """
        UPDATE testing.test_runs SET shards_done = shards_done | (1 << $2) WHERE id = $1 AND status = 'running'
        RETURNING shards_done = (1 << shards) - 1, total_tests, passed, failed, skipped, errors, flaky, findings_confirmed
        """;

    private const string End = """
        UPDATE testing.test_runs r SET status = $2, message = $3, finished_at = $4, duration_ms = greatest(0, (extract(epoch FROM $4 - started_at) * 1000)::bigint),
            cancel_requested = cancel_requested OR $5
        FROM testing.test_suites s WHERE r.id = $1 AND s.id = r.suite_id AND r.status = 'running'
        RETURNING r.suite_id, s.project_id, r.environment_id, r.triggered_by, r.total_tests, r.passed, r.failed, r.skipped, r.errors, r.flaky, r.duration_ms
        """;

    /// <summary>Says that a shard has no more cases; the last one of a run closes it. Shards are bits, so saying it twice is saying it once.</summary>
    public async Task FinishShardAsync(NpgsqlTransaction transaction, RunRow run, int shard, CancellationToken ct)
    {
        RunCounters counters;
        await using (var mark = new NpgsqlCommand(MarkShard, transaction.Connection, transaction))
        {
            mark.Parameters.AddWithValue(run.Id);
            mark.Parameters.AddWithValue(shard);
            await using var reader = await mark.ExecuteReaderAsync(ct);
            if (!await reader.ReadAsync(ct) || !reader.GetBoolean(0)) return;
            counters = new RunCounters(
                reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7));
        }

        var (status, message) = RunVerdict.Of(counters, run.Choices.Suite.MinPassRate);
        await EndAsync(transaction, run.Id, status, message, isCancelled: false, ct);
    }

    /// <summary>Ends a run that will not get a verdict.</summary>
    /// <returns>False when it had already ended.</returns>
    public async Task<bool> AbortAsync(int runId, string message, bool isCancelled, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var ended = await EndAsync(transaction, runId, RunStatuses.Error, message, isCancelled, ct);
        await transaction.CommitAsync(ct);
        return ended;
    }

    /// <summary>The same in the caller's transaction.</summary>
    public async Task<bool> EndAsync(NpgsqlTransaction transaction, int runId, string status, string? message, bool isCancelled, CancellationToken ct)
    {
        TestRunFinished fact;
        var now = clock.GetUtcNow();
        await using (var command = new NpgsqlCommand(End, transaction.Connection, transaction))
        {
            command.Parameters.AddWithValue(runId);
            command.Parameters.AddWithValue(status);
            command.Parameters.Add(RunStore.Nullable(message, NpgsqlTypes.NpgsqlDbType.Text));
            command.Parameters.AddWithValue(now);
            command.Parameters.AddWithValue(isCancelled);
            await using var reader = await command.ExecuteReaderAsync(ct);
            if (!await reader.ReadAsync(ct)) return false;
            fact = new TestRunFinished(
                runId, reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetInt32(2), status, reader.GetString(3), reader.GetInt32(4),
                reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7), reader.GetInt32(8), reader.GetInt32(9), reader.GetInt64(10), now, message);
        }

        await Outbox.WriteAsync(transaction, [new Fact(TestRunFinished.Type, fact.ProjectId, runId.ToString(), fact)], ct);
        await RunStore.NotifyAsync(transaction, runId, ct, hasEnded: true);
        return true;
    }
}

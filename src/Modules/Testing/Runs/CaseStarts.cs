using System.Threading.Channels;
using Alicerce.Platform.Jobs;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Notes durably that a case which must not be sent twice is about to be sent. Whoever takes a shard over finds the note and answers
/// <c>error: interrupted</c> instead of sending it again. Cases that start at the same time share one statement.
/// </summary>
internal sealed class CaseStarts(NpgsqlDataSource source, int runId, JobContext job)
{
    private const int LargestBatch = 500;

    private readonly Channel<(int CaseId, TaskCompletionSource Noted)> _starting =
        Channel.CreateUnbounded<(int, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });

    private Exception? _failure;

    /// <summary>Returns when the note is in the database; throws when it is not, and then the case must not be sent.</summary>
    public Task NoteAsync(int caseId, CancellationToken ct)
    {
        var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_starting.Writer.TryWrite((caseId, noted))) noted.TrySetException(_failure ?? new InvalidOperationException("The shard has ended."));
        return noted.Task.WaitAsync(ct);
    }

    /// <summary>No more cases start.</summary>
    public void Complete() => _starting.Writer.TryComplete();

    /// <summary>Runs until <see cref="Complete"/>, or throws what kept it from writing.</summary>
    public async Task WriteAllAsync(CancellationToken ct)
    {
        var batch = new List<(int CaseId, TaskCompletionSource Noted)>();
        try
        {
            while (await _starting.Reader.WaitToReadAsync(ct))
            {
                while (batch.Count < LargestBatch && _starting.Reader.TryRead(out var start)) batch.Add(start);
                await WriteAsync([.. batch.Select(start => start.CaseId)], ct);
                foreach (var (_, noted) in batch) noted.TrySetResult();
                batch.Clear();
            }
        }
        catch (Exception e)
        {
            _failure = e;
            _starting.Writer.TryComplete();
            while (_starting.Reader.TryRead(out var start)) batch.Add(start);
            foreach (var (_, noted) in batch) noted.TrySetException(e);
            throw;
        }
    }

    /// <summary>Cases of a shard that were begun and have no final result: those that were under way when the last worker ended.</summary>
    public static async Task<List<int>> InterruptedAsync(NpgsqlDataSource source, RunRow run, int shard, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"""
            SELECT s.test_case_id FROM testing.case_starts s JOIN testing.test_cases c ON c.id = s.test_case_id
            WHERE s.run_id = $1 AND {RunCases.OfShard} % $2 = $3
                AND NOT EXISTS (SELECT FROM testing.test_results r WHERE r.run_day = $4 AND r.run_id = $1 AND r.test_case_id = s.test_case_id AND r.is_final)
            ORDER BY s.test_case_id
            """);
        command.Parameters.AddWithValue(run.Id);
        command.Parameters.AddWithValue(run.Shards);
        command.Parameters.AddWithValue(shard);
        command.Parameters.AddWithValue(run.Day);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var cases = new List<int>();
        while (await reader.ReadAsync(ct)) cases.Add(reader.GetInt32(0));
        return cases;
    }

    private async Task WriteAsync(int[] caseIds, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await job.DemandLeaseAsync(transaction, ct);
        await using var command = new NpgsqlCommand(
            "INSERT INTO testing.case_starts (run_id, test_case_id) SELECT $1, unnest($2::int[]) ON CONFLICT DO NOTHING", connection, transaction);
        command.Parameters.AddWithValue(runId);
        command.Parameters.AddWithValue(caseIds);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}

using Npgsql;

namespace Alicerce.Platform.Jobs;

/// <summary>What a handler knows of its job, and the two things it may tell the queue.</summary>
public sealed class JobContext
{
    private readonly NpgsqlDataSource _source;
    private readonly ClaimedJob _job;

    internal JobContext(NpgsqlDataSource source, ClaimedJob job) => (_source, _job) = (source, job);

    public long Id => _job.Id;

    public string Type => _job.Type;

    /// <summary>1 for the first attempt.</summary>
    public int Attempt => _job.Attempts;

    /// <summary>True when a failure now makes the job dead.</summary>
    public bool IsLastAttempt => _job.Attempts >= _job.MaxAttempts;

    public int? ProjectId => _job.ProjectId;

    public string CorrelationId => _job.CorrelationId;

    internal bool IsCompleted { get; private set; }

    /// <summary>
    /// Call it in the transaction that writes the job's outcome, before committing: it locks the job row and throws
    /// <see cref="LeaseLostException"/> when this worker is too late.
    /// </summary>
    public async Task DemandLeaseAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT 1 FROM platform.jobs WHERE id = $1 AND fence = $2 AND state = 'running' FOR UPDATE", transaction.Connection, transaction);
        command.Parameters.AddWithValue(_job.Id);
        command.Parameters.AddWithValue(_job.Fence);
        if (await command.ExecuteScalarAsync(ct) is null) throw new LeaseLostException(_job.Id);
    }

    /// <summary>
    /// Ends the job in the transaction that writes its effect, as its last statement: when that commits, the job has succeeded and is never
    /// run again, so the effect happens exactly once, whatever dies when. Throws <see cref="LeaseLostException"/> when this worker is too late.
    /// </summary>
    public async Task CompleteAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE platform.jobs SET state = 'succeeded', finished_at = now(), lease_until = NULL WHERE id = $1 AND fence = $2 AND state = 'running'", transaction.Connection, transaction);
        command.Parameters.AddWithValue(_job.Id);
        command.Parameters.AddWithValue(_job.Fence);
        if (await command.ExecuteNonQueryAsync(ct) == 0) throw new LeaseLostException(_job.Id);
        IsCompleted = true;
    }

    /// <summary>Shows how far the work is. Cheap, but not free: call it a few times a second at most.</summary>
    public async Task ReportAsync(int done, int? total, string? message, CancellationToken ct)
    {
        await using var command = _source.CreateCommand(
            "UPDATE platform.jobs SET progress_done = $3, progress_total = $4, progress_message = left($5, 500) WHERE id = $1 AND fence = $2 AND state = 'running'");
        command.Parameters.AddWithValue(_job.Id);
        command.Parameters.AddWithValue(_job.Fence);
        command.Parameters.AddWithValue(done);
        command.Parameters.Add(new() { Value = (object?)total ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = (object?)message ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        if (await command.ExecuteNonQueryAsync(ct) == 0) throw new LeaseLostException(_job.Id);
    }
}

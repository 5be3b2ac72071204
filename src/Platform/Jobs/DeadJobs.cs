using Alicerce.Platform.Audit;
using Alicerce.Platform.Web.Answers;
using Npgsql;

namespace Alicerce.Platform.Jobs;

/// <summary>What an admin may do with a job that has no attempts left.</summary>
internal sealed class DeadJobs(NpgsqlDataSource source, AuditLog audit)
{
    public static readonly Problem Unknown = JobEndpoints.Unknown;
    public static readonly Problem NotDead = Problem.Conflict("jobs.not_dead", "The job is not dead: only dead jobs are retried or discarded. Cancel it if it should end.");
    public static readonly Problem KeyTaken = Problem.Conflict("jobs.key_taken", "The same work waits or runs already, as another job. Discard this one, or wait for that one to end.");

    private sealed record Changed(string Type, int? ProjectId);

    private const string Retry = $"""
        WITH retried AS (
            UPDATE platform.jobs SET state = 'queued', attempts = 0, run_at = now(), cancel_requested = false, started_at = NULL, finished_at = NULL,
                progress_done = 0, progress_total = NULL, progress_message = NULL
            WHERE id = $1 AND state = 'dead' RETURNING id, type, project_id)
        SELECT type, project_id, pg_notify('{JobQueue.Channel}', '') FROM retried
        """;

    private const string Discard = "DELETE FROM platform.jobs WHERE id = $1 AND state = 'dead' RETURNING type, project_id";

    /// <summary>Queues the job again, with all its attempts.</summary>
    /// <returns>Null when done.</returns>
    public Task<Problem?> RetryAsync(long id, CancellationToken ct) => ChangeAsync(id, Retry, "job.retried", ct);

    /// <returns>Null when done.</returns>
    public Task<Problem?> DiscardAsync(long id, CancellationToken ct) => ChangeAsync(id, Discard, "job.discarded", ct);

    private async Task<Problem?> ChangeAsync(long id, string sql, string action, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            if (await ChangedAsync(transaction, sql, id, ct) is not { } job)
                return await ChangedAsync(transaction, "SELECT type, project_id FROM platform.jobs WHERE id = $1", id, ct) is null ? Unknown : NotDead;
            await audit.WriteAsync(transaction, new AuditEntry(action, new AuditSubject("job", $"{id}", job.ProjectId)) { Details = new { job.Type } }, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return KeyTaken;
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    private static async Task<Changed?> ChangedAsync(NpgsqlTransaction transaction, string sql, long id, CancellationToken ct)
    {
#pragma warning disable CA2100 // Constants of this class.
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
#pragma warning restore CA2100
        command.Parameters.AddWithValue(id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new Changed(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt32(1)) : null;
    }
}

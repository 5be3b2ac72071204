using Npgsql;

namespace Alicerce.Platform.Jobs;

/// <summary>
/// The worker's statements on <c>platform.jobs</c>. Every write names the fence of its claim, so a late worker changes nothing. None is prepared:
/// a plan made while the table was small would be kept while it grows.
/// </summary>
internal sealed class JobStore(NpgsqlDataSource source, JobOptions options)
{
    // One walk of ix_jobs_claim for each priority that waits: within one, what is due is a range at the front, however many jobs wait for later.
    internal const string Claim = """
        WITH RECURSIVE levels AS (
            (SELECT priority FROM platform.jobs WHERE state = 'queued' ORDER BY priority DESC LIMIT 1)
            UNION ALL
            SELECT (SELECT below.priority FROM platform.jobs below WHERE below.state = 'queued' AND below.priority < levels.priority ORDER BY below.priority DESC LIMIT 1)
            FROM levels WHERE levels.priority IS NOT NULL),
        picked AS MATERIALIZED (
            SELECT due.id FROM levels CROSS JOIN LATERAL (
                SELECT id FROM platform.jobs
                WHERE state = 'queued' AND priority = levels.priority AND run_at <= now() AND type = ANY($1)
                ORDER BY run_at, id LIMIT $2 FOR UPDATE SKIP LOCKED) due
            LIMIT $2)
        UPDATE platform.jobs job SET state = 'running', attempts = attempts + 1, fence = nextval('platform.jobs_fence'), lease_until = now() + $3,
            started_at = coalesce(started_at, now()), last_error = NULL
        WHERE job.id = ANY (ARRAY(SELECT id FROM picked))
        RETURNING job.id, job.type, job.args::text, job.attempts, job.max_attempts, job.fence, job.project_id, job.correlation_id, job.trace_parent
        """;

    // Fences are given out once, so a row with one of these is exactly that claim. "It has a lease" says "it is running" in a way that keeps
    // the planner on the ids: the index of running jobs is full of entries of jobs that have just ended.
    private const string Beat = """
        UPDATE platform.jobs SET lease_until = now() + $3
        WHERE id = ANY ($1) AND fence = ANY ($2) AND lease_until IS NOT NULL
        RETURNING id, cancel_requested
        """;

    internal const string Finish = """
        UPDATE platform.jobs SET state = 'succeeded', finished_at = now(), lease_until = NULL
        WHERE id = ANY ($1) AND fence = ANY ($2) AND lease_until IS NOT NULL
        RETURNING id
        """;

    private const string Fail = """
        UPDATE platform.jobs SET
            state = CASE WHEN cancel_requested THEN 'cancelled' WHEN $4 OR attempts >= max_attempts THEN 'dead' ELSE 'queued' END,
            finished_at = CASE WHEN cancel_requested OR $4 OR attempts >= max_attempts THEN now() END,
            run_at = now() + $5, lease_until = NULL, last_error = left($3, 4000)
        WHERE id = $1 AND fence = $2 AND state = 'running'
        """;

    // An expired lease is an attempt that failed; a cancelled job that nobody holds any more has ended.
    private const string TakeBack = """
        UPDATE platform.jobs SET
            state = CASE WHEN cancel_requested THEN 'cancelled' WHEN attempts >= max_attempts THEN 'dead' ELSE 'queued' END,
            finished_at = CASE WHEN cancel_requested OR attempts >= max_attempts THEN now() END,
            run_at = now(), lease_until = NULL, last_error = 'The worker was not heard of before its lease ended.'
        WHERE state = 'running' AND lease_until < now()
        """;

    private const string Forget = """
        DELETE FROM platform.jobs WHERE id IN (
            SELECT id FROM platform.jobs WHERE finished_at < now() - $1 ORDER BY finished_at LIMIT 5000 FOR UPDATE SKIP LOCKED)
        """;

    /// <summary>Takes up to <paramref name="limit"/> due jobs of the given types; no two callers ever get the same.</summary>
    public async Task<List<ClaimedJob>> ClaimAsync(string[] types, int limit, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Claim);
        command.Parameters.AddWithValue(types);
        command.Parameters.AddWithValue(limit);
        command.Parameters.AddWithValue(options.Lease);
        var claimed = new List<ClaimedJob>(limit);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            claimed.Add(new ClaimedJob(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt64(5),
                reader.IsDBNull(6) ? null : reader.GetInt32(6), reader.IsDBNull(7) ? $"job-{reader.GetInt64(0)}" : reader.GetString(7),
                reader.IsDBNull(8) ? null : reader.GetString(8)));
        }

        return claimed;
    }

    /// <summary>Renews leases.</summary>
    /// <returns>The jobs that are still ours, and whether somebody wants each cancelled.</returns>
    public async Task<Dictionary<long, bool>> BeatAsync(IReadOnlyCollection<ClaimedJob> held, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Beat);
        AddIds(command, held);
        command.Parameters.AddWithValue(options.Lease);
        var ours = new Dictionary<long, bool>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) ours[reader.GetInt64(0)] = reader.GetBoolean(1);
        return ours;
    }

    /// <returns>The jobs that were still ours; the others were taken over, and their completion is refused.</returns>
    public async Task<HashSet<long>> FinishAsync(IReadOnlyCollection<ClaimedJob> done, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Finish);
        AddIds(command, done);
        var accepted = new HashSet<long>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) accepted.Add(reader.GetInt64(0));
        return accepted;
    }

    /// <summary>Puts the job back for later, or makes it dead when it has no attempts left or <paramref name="forGood"/>.</summary>
    public Task<bool> FailAsync(ClaimedJob job, string reason, bool forGood, TimeSpan delay, CancellationToken ct) =>
        WriteAsync(Fail, job, ct, reason, forGood, delay);

    /// <summary>Ends a job that its handler left because it was cancelled.</summary>
    public Task<bool> CancelledAsync(ClaimedJob job, CancellationToken ct) =>
        WriteAsync("UPDATE platform.jobs SET state = 'cancelled', finished_at = now(), lease_until = NULL WHERE id = $1 AND fence = $2 AND state = 'running'", job, ct);

    /// <summary>Gives the job to whoever is next, without counting this attempt: the server stops, the job did nothing wrong.</summary>
    public Task<bool> PutBackAsync(ClaimedJob job, CancellationToken ct) =>
        WriteAsync(
            $"""
            WITH back AS (
                UPDATE platform.jobs SET state = 'queued', attempts = attempts - 1, run_at = now(), lease_until = NULL
                WHERE id = $1 AND fence = $2 AND state = 'running' RETURNING id)
            SELECT pg_notify('{JobQueue.Channel}', '') FROM back
            """,
            job,
            ct);

    /// <summary>Frees the jobs of workers that were not heard of.</summary>
    public Task<int> TakeBackAsync(CancellationToken ct) => ExecuteAsync(TakeBack, ct);

    /// <summary>Deletes ended jobs that are older than the retention time, a bounded number at a time.</summary>
    public Task<int> ForgetAsync(CancellationToken ct) => ExecuteAsync(Forget, ct, options.Retention);

    private static void AddIds(NpgsqlCommand command, IReadOnlyCollection<ClaimedJob> jobs)
    {
        command.Parameters.AddWithValue(jobs.Select(job => job.Id).ToArray());
        command.Parameters.AddWithValue(jobs.Select(job => job.Fence).ToArray());
    }

    private async Task<bool> WriteAsync(string sql, ClaimedJob job, CancellationToken ct, params object[] values) =>
        await ExecuteAsync(sql, ct, [job.Id, job.Fence, .. values]) != 0;

    private async Task<int> ExecuteAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return await command.ExecuteNonQueryAsync(ct);
    }
}

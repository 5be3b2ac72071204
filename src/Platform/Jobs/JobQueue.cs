using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Platform.Jobs;

/// <summary>Writes to <c>platform.jobs</c> and calls the workers when the transaction commits, or soon after.</summary>
internal sealed class JobQueue(NpgsqlDataSource source, WorkerCalls calls) : IJobQueue
{
    internal const string Channel = "alicerce_jobs";

    internal const string InsertOne = """
        INSERT INTO platform.jobs (type, args, priority, run_at, max_attempts, unique_key, project_id, correlation_id, trace_parent, attempts, fence, cancel_requested, progress_done)
        VALUES ($1, $2::jsonb, $3, coalesce($4, now()), $5, $6, $7, $8, $9, 0, 0, false, 0)
        ON CONFLICT (unique_key) WHERE state IN ('queued', 'running') DO NOTHING
        RETURNING id
        """;

    internal const string InsertMany = """
        INSERT INTO platform.jobs (type, args, priority, run_at, max_attempts, unique_key, project_id, correlation_id, trace_parent, attempts, fence, cancel_requested, progress_done)
        SELECT type, args::jsonb, priority, coalesce(run_at, now()), max_attempts, unique_key, project_id, correlation_id, trace_parent, 0, 0, false, 0
        FROM unnest($1::text[], $2::text[], $3::smallint[], $4::timestamptz[], $5::int[], $6::text[], $7::int[], $8::text[], $9::text[])
            AS job (type, args, priority, run_at, max_attempts, unique_key, project_id, correlation_id, trace_parent)
        ON CONFLICT (unique_key) WHERE state IN ('queued', 'running') DO NOTHING
        """;

    private const string FindHolder = "SELECT id FROM platform.jobs WHERE unique_key = $1 AND state IN ('queued', 'running')";

    private const string Cancel = $"""
        WITH cancelled AS (
            UPDATE platform.jobs SET
                state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,
                finished_at = CASE state WHEN 'queued' THEN now() END,
                cancel_requested = true
            WHERE id = $1 AND state IN ('queued', 'running')
            RETURNING id)
        SELECT id, pg_notify('{Channel}', 'cancel:' || id) FROM cancelled
        """;

    public Task<long> EnqueueAsync(NpgsqlTransaction transaction, JobRequest request, CancellationToken ct) =>
        EnqueueAsync(transaction.Connection!, transaction, request, ct);

    public async Task<long> EnqueueAsync(JobRequest request, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await EnqueueAsync(connection, null, request, ct);
    }

    public Task<int> EnqueueManyAsync(NpgsqlTransaction transaction, IReadOnlyList<JobRequest> requests, CancellationToken ct) =>
        EnqueueManyAsync(transaction.Connection!, transaction, requests, ct);

    public async Task<int> EnqueueManyAsync(IReadOnlyList<JobRequest> requests, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await EnqueueManyAsync(connection, null, requests, ct);
    }

    private async Task<long> EnqueueAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, JobRequest request, CancellationToken ct)
    {
        while (true)
        {
            if (await InsertAsync(connection, transaction, InsertOf(request), ct) is { Scalar: long id }) return id;

            await using var existing = new NpgsqlCommand(FindHolder, connection, transaction);
            existing.Parameters.AddWithValue(request.UniqueKey!);
            if (await existing.ExecuteScalarAsync(ct) is long taken) return taken;

            // The holder of the key ended between the two statements: the key is free now.
        }
    }

    private async Task<int> EnqueueManyAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, IReadOnlyList<JobRequest> requests, CancellationToken ct)
    {
        if (requests.Count == 0) return 0;
        var insert = new NpgsqlBatchCommand(InsertMany)
        {
            Parameters =
            {
                Column(requests, NpgsqlDbType.Text, r => r.Type),
                Column(requests, NpgsqlDbType.Text, r => r.ArgsJson),
                Column(requests, NpgsqlDbType.Smallint, r => (short?)r.Priority),
                Column(requests, NpgsqlDbType.TimestampTz, r => r.RunAt?.ToUniversalTime()),
                Column(requests, NpgsqlDbType.Integer, r => (int?)r.MaxAttempts),
                Column(requests, NpgsqlDbType.Text, r => r.UniqueKey),
                Column(requests, NpgsqlDbType.Integer, r => r.ProjectId),
                Column(requests, NpgsqlDbType.Text, r => r.CorrelationId ?? CorrelationId.Current),
                Column(requests, NpgsqlDbType.Text, _ => Traces.Parent),
            },
        };
        return (await InsertAsync(connection, transaction, insert, ct)).Rows;
    }

    /// <summary>One round trip; without a transaction of the caller's, insert and call commit together.</summary>
    private async Task<(object? Scalar, int Rows)> InsertAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, NpgsqlBatchCommand insert, CancellationToken ct)
    {
        var isOurTurn = calls.TryTakeTurn();
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { insert } };
        if (isOurTurn) batch.BatchCommands.Add(new NpgsqlBatchCommand(WorkerCalls.Call));
        await batch.PrepareAsync(ct);
        var scalar = await batch.ExecuteScalarAsync(ct);
        if (!isOurTurn) calls.CallSoon();
        return (scalar, (int)insert.RecordsAffected);
    }

    public async Task<bool> CancelAsync(long jobId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Cancel);
        command.Parameters.AddWithValue(jobId);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    public async Task<IReadOnlySet<string>> FindHeldKeysAsync(IReadOnlyCollection<string> uniqueKeys, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT unique_key FROM platform.jobs WHERE unique_key = ANY($1) AND state IN ('queued', 'running')");
        command.Parameters.AddWithValue(uniqueKeys.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var held = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) held.Add(reader.GetString(0));
        return held;
    }

    private static NpgsqlBatchCommand InsertOf(JobRequest request) => new(InsertOne)
    {
        Parameters =
        {
            new() { Value = request.Type },
            new() { Value = request.ArgsJson, NpgsqlDbType = NpgsqlDbType.Text },
            new() { Value = request.Priority },
            Nullable(request.RunAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz),
            new() { Value = request.MaxAttempts },
            Nullable(request.UniqueKey, NpgsqlDbType.Text),
            Nullable(request.ProjectId, NpgsqlDbType.Integer),
            Nullable(request.CorrelationId ?? CorrelationId.Current, NpgsqlDbType.Text),
            Nullable(Traces.Parent, NpgsqlDbType.Text),
        },
    };

    private static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter Column<T>(IReadOnlyList<JobRequest> requests, NpgsqlDbType type, Func<JobRequest, T> value) =>
        new() { Value = requests.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}

using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Events;

/// <summary>
/// Turns each fact of the outbox into one job for each subscribed consumer (D5). Reading, enqueueing and marking are one statement, so a
/// relay that dies at any moment loses and doubles nothing; relays of several processes skip each other's rows.
/// </summary>
internal sealed class FactRelay(
    NpgsqlDataSource source, IEnumerable<Subscription> subscriptions, WorkerCalls calls, Notifications notifications, JobOptions options, ILogger<FactRelay> log,
    StreamPublisher? streams = null)
    : BackgroundService
{
    private const int BatchSize = 500;
    internal const int MaxAttempts = 10;

    /// <summary>The envelope of a row of the outbox (S001-COM-02).</summary>
    internal const string Envelope =
        $"jsonb_build_object('event_id', event_id, 'event_type', type, 'timestamp', created_at, 'correlation_id', correlation_id, 'source_service', '{ServiceInfo.Name}', 'payload', payload)";

    private const string Relay = $"""
        WITH picked AS (
            SELECT id, event_id, type, project_id, payload, correlation_id, trace_parent, created_at FROM platform.outbox
            WHERE relayed_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED),
        relayed AS (
            UPDATE platform.outbox SET relayed_at = now(), to_stream = $5 FROM picked WHERE outbox.id = picked.id RETURNING outbox.id),
        enqueued AS (
            INSERT INTO platform.jobs (type, args, priority, run_at, max_attempts, unique_key, project_id, correlation_id, trace_parent, attempts, fence, cancel_requested, progress_done)
            SELECT consumer.job_type, {Envelope}, 0, now(), $4, event_id || ':' || consumer.job_type, project_id, correlation_id, trace_parent, 0, 0, false, 0
            FROM picked JOIN unnest($2::text[], $3::text[]) AS consumer (job_type, event_type) ON consumer.event_type = picked.type
            ON CONFLICT (unique_key) WHERE state IN ('queued', 'running') DO NOTHING
            RETURNING id)
        SELECT (SELECT count(*) FROM relayed), (SELECT count(*) FROM enqueued)
        """;

    private readonly string[] _jobTypes = [.. subscriptions.SelectMany(s => s.EventTypes, (s, _) => Consumers.JobTypeOf(s.Consumer))];
    private readonly string[] _eventTypes = [.. subscriptions.SelectMany(s => s.EventTypes)];
    private readonly WakeUpCall _wakeUp = new();

    /// <returns>How many facts were relayed.</returns>
    internal async Task<int> RelayAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Relay);
        command.Parameters.AddWithValue(BatchSize);
        command.Parameters.AddWithValue(_jobTypes);
        command.Parameters.AddWithValue(_eventTypes);
        command.Parameters.AddWithValue(MaxAttempts);
        command.Parameters.AddWithValue(streams is not null);
        long relayed, enqueued;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            await reader.ReadAsync(ct);
            (relayed, enqueued) = (reader.GetInt64(0), reader.GetInt64(1));
        }

        if (enqueued > 0) calls.CallSoon();
        if (relayed > 0) streams?.Wake();
        return (int)relayed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = notifications.Subscribe(Outbox.Channel, _ => _wakeUp.Ring());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RelayAsync(stoppingToken) == BatchSize) stoppingToken.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Facts wait in the outbox for as long as it takes, so no failure of the driver ends this loop.
                log.LogWarning("Facts cannot be relayed ({Reason}); trying again.", e.Message);
            }

            await _wakeUp.WaitAsync(options.PollInterval, stoppingToken);
        }
    }

    public override void Dispose()
    {
        _wakeUp.Dispose();
        base.Dispose();
    }
}

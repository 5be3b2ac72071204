using System.Text.Json;
using Alicerce.Contracts;
using Alicerce.Platform.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Platform.Events;

/// <summary>Turns an event of another program into one job for each subscribed consumer, once, however often it comes within a week (T001-35).</summary>
internal sealed class ForeignEvents(NpgsqlDataSource source, IEnumerable<Subscription> subscriptions, WorkerCalls calls)
{
    private const string Store = """
        WITH received AS (INSERT INTO platform.received_events (event_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING event_id)
        INSERT INTO platform.jobs (type, args, priority, run_at, max_attempts, unique_key, correlation_id, trace_parent, attempts, fence, cancel_requested, progress_done)
        SELECT consumer.job_type, $2::jsonb, 0, now(), $3, event_id || ':' || consumer.job_type, $4, $5, 0, 0, false, 0
        FROM received CROSS JOIN unnest($6::text[]) AS consumer (job_type)
        ON CONFLICT (unique_key) WHERE state IN ('queued', 'running') DO NOTHING
        """;

    private readonly ILookup<string, string> _jobTypes = subscriptions
        .SelectMany(s => s.EventTypes, (s, type) => (EventType: type, JobType: Consumers.JobTypeOf(s.Consumer)))
        .ToLookup(pair => pair.EventType, pair => pair.JobType);

    /// <summary>The types that somebody in the house wants to hear of.</summary>
    public IReadOnlyList<string> Types => [.. _jobTypes.Select(type => type.Key)];

    /// <summary>When this returns, the jobs are committed, now or earlier.</summary>
    public async Task StoreAsync(EventEnvelope fact, string? traceParent, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Store);
        command.Parameters.AddWithValue(fact.EventId);
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(fact, JobJson.Options), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.AddWithValue(FactRelay.MaxAttempts);
        command.Parameters.Add(new() { Value = (object?)fact.CorrelationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)traceParent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.AddWithValue(_jobTypes[fact.EventType].ToArray());
        if (await command.ExecuteNonQueryAsync(ct) > 0) calls.CallSoon();
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>
/// Drops what the platform keeps for a time only: measurements for two hours; answers to repeated requests for a day; facts and ids of events, and
/// sessions and links that have ended, for a week; alerts that are over for a month.
/// </summary>
internal sealed class Upkeep(NpgsqlDataSource source, TimeProvider clock, ILogger<Upkeep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private const int BatchSize = 5000;

    private static readonly string[] Forget =
    [
        """
        DELETE FROM platform.idempotency_keys WHERE key_hash IN (
            SELECT key_hash FROM platform.idempotency_keys WHERE created_at < now() - interval '1 day' LIMIT $1 FOR UPDATE SKIP LOCKED)
        """,
        """
        DELETE FROM platform.outbox WHERE id IN (
            SELECT id FROM platform.outbox WHERE created_at < now() - interval '7 days' AND relayed_at IS NOT NULL LIMIT $1 FOR UPDATE SKIP LOCKED)
        """,
        """
        DELETE FROM platform.received_events WHERE event_id IN (
            SELECT event_id FROM platform.received_events WHERE received_at < now() - interval '7 days' LIMIT $1 FOR UPDATE SKIP LOCKED)
        """,
        """
        DELETE FROM platform.sessions WHERE id IN (
            SELECT id FROM platform.sessions WHERE expires_at < now() - interval '7 days' LIMIT $1 FOR UPDATE SKIP LOCKED)
        """,
        """
        DELETE FROM platform.password_links WHERE id IN (
            SELECT id FROM platform.password_links WHERE expires_at < now() - interval '7 days' LIMIT $1 FOR UPDATE SKIP LOCKED)
        """,
        """
        DELETE FROM platform.measurements WHERE id IN (
            SELECT id FROM platform.measurements WHERE taken_at < now() - interval '2 hours' LIMIT $1 FOR UPDATE SKIP LOCKED)
        """,
        """
        DELETE FROM platform.alerts WHERE id IN (
            SELECT id FROM platform.alerts WHERE resolved_at < now() - interval '30 days' LIMIT $1 FOR UPDATE SKIP LOCKED)
        """,
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await ForgetAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    internal async Task ForgetAsync(CancellationToken ct)
    {
        try
        {
            foreach (var sql in Forget) while (await DeleteAsync(sql, ct) == BatchSize) ct.ThrowIfCancellationRequested();
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The upkeep waits for PostgreSQL: {Reason}", e.Message);
        }
    }

    private async Task<int> DeleteAsync(string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(BatchSize);
        return await command.ExecuteNonQueryAsync(ct);
    }
}

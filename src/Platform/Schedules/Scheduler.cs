using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Platform.Schedules;

/// <summary>
/// Enqueues the jobs of schedules that are due. Job and next time are written in one transaction under the row's lock, so several processes
/// never fire one time twice, and a kill loses none. What "due" means, the process's clock says; the next time lies after it, so a clock that
/// jumps ahead fires once and one that is put back fires nothing again.
/// </summary>
internal sealed class Scheduler(NpgsqlDataSource source, IJobQueue queue, TimeProvider clock, ILogger<Scheduler> log) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Later than this, a time counts as missed.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private const string Due = """
        SELECT id, name, cron, time_zone, job_type, args::text, misfire, next_run_at FROM platform.schedules
        WHERE is_enabled AND next_run_at <= $1 ORDER BY next_run_at LIMIT $2 FOR UPDATE SKIP LOCKED
        """;

    private sealed record DueSchedule(int Id, string Name, string Cron, string TimeZone, string JobType, string Args, string Misfire, DateTimeOffset At);

    /// <returns>How many schedules were looked at.</returns>
    internal async Task<int> FireAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var due = await ReadDueAsync(transaction, now, ct);
        foreach (var schedule in due)
        {
            var isRun = schedule.Misfire == Schedule.RunOnce || now - schedule.At <= Grace;
            if (isRun) await queue.EnqueueAsync(transaction, RequestOf(schedule), ct);
            await MoveOnAsync(transaction, schedule.Id, NextOf(schedule, now), isRun ? now : null, ct);
        }

        await transaction.CommitAsync(ct);
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                while (await FireAsync(stoppingToken) == BatchSize) stoppingToken.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // What is due stays due, so no failure of the driver ends this loop.
                log.LogWarning("Schedules wait for PostgreSQL: {Reason}", e.Message);
            }
        }
    }

    private static async Task<List<DueSchedule>> ReadDueAsync(NpgsqlTransaction transaction, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Due, transaction.Connection, transaction);
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(BatchSize);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var due = new List<DueSchedule>();
        while (await reader.ReadAsync(ct))
        {
            due.Add(new DueSchedule(
                reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6),
                reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return due;
    }

    private static JobRequest RequestOf(DueSchedule schedule)
    {
        var occasion = $"schedule-{schedule.Id}-{schedule.At.ToUnixTimeSeconds()}";
        return new JobRequest(schedule.JobType, schedule.Args) { UniqueKey = occasion, CorrelationId = occasion };
    }

    private DateTimeOffset? NextOf(DueSchedule schedule, DateTimeOffset now)
    {
        if (CronTimes.FindZone(schedule.TimeZone) is { } zone && CronTimes.TryParse(schedule.Cron, zone, out var times)) return times.NextAfter(now);
        log.LogError("The schedule {Name} cannot be read on this machine ('{Cron}', {TimeZone}) and rests: change it, or install the zone.", schedule.Name, schedule.Cron, schedule.TimeZone);
        return null;
    }

    private static async Task MoveOnAsync(NpgsqlTransaction transaction, int id, DateTimeOffset? next, DateTimeOffset? ran, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE platform.schedules SET next_run_at = $2, last_run_at = coalesce($3, last_run_at) WHERE id = $1", transaction.Connection, transaction);
        command.Parameters.AddWithValue(id);
        command.Parameters.Add(new() { Value = (object?)next ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = (object?)ran ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(ct);
    }
}

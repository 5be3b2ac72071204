using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Looks after runs, in one process at a time: makes the partitions of the days to come, drops those that are too old, and closes runs whose
/// jobs have died (T004-54).
/// </summary>
internal sealed class RunUpkeep(NpgsqlDataSource source, RunStore runs, RunClosing closing, IJobQueue jobs, RunOptions options, TimeProvider clock, ILogger<RunUpkeep> log)
    : BackgroundService
{
    private const long LockKey = 0x52756E73_4B656570; // "RunsKeep"
    private static readonly TimeSpan BetweenDays = TimeSpan.FromHours(1);
    private DateTimeOffset _nextDays = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.SweepInterval, clock);
        try
        {
            do await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if (!await AdvisoryLock.TryTakeAsync(transaction, LockKey, ct)) return;
            await CloseDeadRunsAsync(ct);
            var now = clock.GetUtcNow();
            if (now >= _nextDays)
            {
                await KeepDaysAsync(transaction, DateOnly.FromDateTime(now.UtcDateTime), ct);
                _nextDays = now + BetweenDays;
            }

            await transaction.CommitAsync(ct);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            log.LogWarning("The upkeep of runs waits for PostgreSQL: {Reason}", e.Message);
        }
    }

    /// <summary>A run under way none of whose jobs waits or runs will never end by itself.</summary>
    internal async Task CloseDeadRunsAsync(CancellationToken ct)
    {
        var running = await runs.RunningAsync(clock.GetUtcNow(), ct);
        if (running.Count == 0) return;
        var held = await jobs.FindHeldKeysAsync([.. running.SelectMany(KeysOf)], ct);
        foreach (var run in running.Where(run => !KeysOf(run).Any(held.Contains)))
        {
            if (await closing.AbortAsync(run.Id, "The run was lost: its workers died and none took over.", isCancelled: false, ct))
                log.LogWarning("Run {RunId} had no job left and was closed.", run.Id);
        }
    }

    private async Task KeepDaysAsync(NpgsqlTransaction transaction, DateOnly today, CancellationToken ct)
    {
        var oldest = today.AddDays(-options.RetentionDays);
        await RunPartitions.MakeAsync(transaction, today, 1 + options.PartitionsAhead, ct);
        await RunPartitions.DropAsync(transaction, oldest, ct);
    }

    private static IEnumerable<string> KeysOf(RunRow run) => Enumerable.Range(0, run.Shards).Select(shard => RunShard.UniqueKey(run.Id, shard));
}

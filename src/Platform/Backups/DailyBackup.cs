using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Backups;

/// <summary>
/// Backs up once a day, where a recovery key was made (S001-SEC-14). The files themselves say when the last one was, so a time that nobody was
/// there for is made up for, and one that failed is tried again.
/// </summary>
internal sealed class DailyBackup(Backup backup, BackupOptions options, NpgsqlDataSource source, DataRoot root, TimeProvider clock, ILogger<DailyBackup> log) : BackgroundService
{
    private const long LockKey = 0x616C_6962_6163_6B75;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);
    private readonly BackupFolder _folder = new(root);

    /// <returns>Whether there is a backup since the last time that one was due; there is none to be where no recovery key was made.</returns>
    internal async Task<bool> BackUpIfDueAsync(CancellationToken ct)
    {
        if (options.At is not { } at || !File.Exists(RecoveryKey.PathIn(root))) return true;
        try
        {
            return !IsDue(at) || await BackUpAloneAsync(at, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not NpgsqlException { IsTransient: true })
        {
            // Whatever it is, a folder or a program: it ends no server.
            log.LogError("The daily backup failed and is tried again in an hour: {Reason}", e.Message);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.At is null) return;
        if (!File.Exists(RecoveryKey.PathIn(root))) log.LogInformation("No backups are made: there is no recovery key. Make one with 'alicerce-server recovery-key'; see docs/backup.md.");
        try
        {
            while (true) await Task.Delay(await IsDoneAsync(stoppingToken) ? Interval : AfterFailure, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task<bool> BackUpAloneAsync(TimeOnly at, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var alone = await connection.BeginTransactionAsync(ct);

        // Servers that share a data folder make one backup, not one each.
        if (!await AdvisoryLock.TryTakeAsync(alone, LockKey, ct) || !IsDue(at)) return true;
        var now = clock.GetUtcNow();
        var path = _folder.FileFor(now);
        _folder.ForgetDrafts(now);
        var length = await backup.WriteAsync(path, AuditActor.System, ct);
        _folder.Forget(now.AddDays(-options.Days));
        log.LogInformation("Backed up to {Path}, {Bytes} bytes", path, length);
        return true;
    }

    private async Task<bool> IsDoneAsync(CancellationToken ct)
    {
        try
        {
            return await BackUpIfDueAsync(ct);
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The daily backup waits for PostgreSQL: {Reason}", e.Message);
            return true;
        }
    }

    private bool IsDue(TimeOnly at)
    {
        var now = clock.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date + at.ToTimeSpan(), TimeSpan.Zero);
        var due = today <= now ? today : today.AddDays(-1);
        return _folder.Newest(now) is not { } newest || newest < due;
    }
}

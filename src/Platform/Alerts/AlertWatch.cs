using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Health;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Alerts;

/// <summary>
/// Writes down at an interval what this process measured; then one process at a time, whoever takes the lock, judges what all of them did
/// (T002-29). What is known of alerts is in PostgreSQL alone: a restart neither repeats nor loses one.
/// </summary>
internal sealed class AlertWatch(
    Tally tally, MeasurementStore store, Dependencies dependencies, AlertOptions options, IEnumerable<IAlertSource> sources, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AlertWatch> log)
    : BackgroundService
{
    private const long LockId = 4711820261122;

    private readonly List<(DateTimeOffset At, IReadOnlyList<Measured> Measured)> _unwritten = [];

    internal async Task LookAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await WriteMeasuredAsync(now, ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlTransaction)transaction.GetDbTransaction();
        if (!await AdvisoryLock.TryTakeAsync(connection, LockId, ct)) return;
        var observed = new Observed(await store.ReadSinceAsync(now - options.Window, ct), await store.ReadQueueAsync(ct), await dependencies.ProbeAsync(ct));
        await scope.ServiceProvider.GetRequiredService<AlertBook>().UpdateAsync(connection, [.. AlertRules.Judge(observed, options), .. await AskSourcesAsync(ct)], ct);
        await transaction.CommitAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Webhook is null) log.LogWarning("Alerts are told to nobody: set ALICERCE_SLACK_WEBHOOK to the address of an incoming webhook of Slack. They are kept, see GET /api/v1/alerts.");
        using var timer = new PeriodicTimer(options.Interval, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                CorrelationId.Current = $"alerts-{Guid.NewGuid():N}";
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Nothing ends this loop; what was measured meanwhile is judged when PostgreSQL is back.
                log.LogWarning("Alerts wait for PostgreSQL: {Reason}", e.Message);
            }
        }
    }

    private async Task WriteMeasuredAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (tally.Take() is { Count: > 0 } taken) _unwritten.Add((now, taken));
        _unwritten.RemoveAll(one => one.At < now - options.Window);
        while (_unwritten.Count > 0)
        {
            await store.WriteAsync(_unwritten[0].At, _unwritten[0].Measured, ct);
            _unwritten.RemoveAt(0);
        }
    }

    private async Task<List<Breach>> AskSourcesAsync(CancellationToken ct)
    {
        var breaches = new List<Breach>();
        foreach (var source in sources) breaches.AddRange(await source.FindAsync(ct));
        return breaches.ConvertAll(breach => breach.Mensagem.Length <= Alert.LongestMensagem ? breach : breach with { Mensagem = breach.Mensagem[..(Alert.LongestMensagem - 1)] + "…" });
    }
}

using Alicerce.Platform.Data;
using Microsoft.Extensions.Logging;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Stops a shard's work soon after somebody ended its run, however slow the target is. A notification is only a wake-up and may be missed,
/// so the run itself is read: when it is told, when the listener has (re)connected, and every so often.
/// </summary>
internal sealed class RunEndWatch : IAsyncDisposable
{
    private readonly RunStore _runs;
    private readonly int _runId;
    private readonly TimeSpan _interval;
    private readonly CancellationTokenSource _stop;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _done = new();
    private readonly SemaphoreSlim _wakeUp = new(0, 1);
    private readonly IDisposable _subscription;
    private Task _watching = Task.CompletedTask;

    private RunEndWatch(RunStore runs, Notifications notifications, int runId, TimeSpan interval, CancellationTokenSource stop, ILogger log)
    {
        (_runs, _runId, _interval, _stop, _log) = (runs, runId, interval, stop, log);
        var ended = $"{runId}{RunStore.EndedMark}";
        _subscription = notifications.Subscribe(RunStore.Channel, payload =>
        {
            if (payload.Length == 0 || payload == ended) WakeUp();
        });
    }

    /// <summary>Has looked once when it returns, and goes on until it is disposed of.</summary>
    /// <param name="stop">Cancelled when the run is over.</param>
    public static async Task<RunEndWatch> StartAsync(
        RunStore runs, Notifications notifications, int runId, TimeSpan interval, CancellationTokenSource stop, ILogger log, CancellationToken ct)
    {
        var watch = new RunEndWatch(runs, notifications, runId, interval, stop, log);
        try
        {
            if (await runs.FindAsync(runId, ct) is not { IsRunning: true }) await stop.CancelAsync();
            else watch._watching = watch.WatchAsync(watch._done.Token);
            return watch;
        }
        catch
        {
            await watch.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        await _done.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
        _wakeUp.Dispose();
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        while (true)
        {
            await _wakeUp.WaitAsync(_interval, ct);
            try
            {
                if (await _runs.FindAsync(_runId, ct) is { IsRunning: true }) continue;
                await _stop.CancelAsync();
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // Nothing that keeps one look from succeeding may end the watch: without it a cancelled run goes on.
                _log.LogWarning("Whether run {RunId} is still under way could not be read, the next look is due soon: {Reason}", _runId, e.Message);
            }
        }
    }

    private void WakeUp()
    {
        try
        {
            if (_wakeUp.CurrentCount == 0) _wakeUp.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Already awake, or already gone.
        }
    }
}

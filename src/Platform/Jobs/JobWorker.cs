using System.Collections.Concurrent;
using System.Diagnostics;
using Alicerce.Platform.Data;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Jobs;

/// <summary>
/// Works on the queue: (1) claim as many due jobs as there are free places, (2) run each in a scope of its own, (3) keep their leases
/// alive, (4) write the outcome under the claim's fence, (5) wait for a wake-up, a free place or the poll interval.
/// </summary>
public sealed class JobWorker : BackgroundService
{
    private const int MostUnwritten = 1000;

    // By fence, not by id: a job whose lease was lost may come back to this very process while its old attempt still ends.
    private readonly ConcurrentDictionary<long, RunningJob> _running = new();
    private readonly WakeUpCall _wakeUp = new();
    private int _working;
    private int _unwritten;
    private readonly string[] _types;
    private readonly Dictionary<string, JobHandlerRegistration> _handlers;
    private readonly IServiceScopeFactory _scopes;
    private readonly NpgsqlDataSource _source;
    private readonly JobOptions _options;
    private readonly JobStore _store;
    private readonly JobOutcomes _outcomes;
    private readonly JobMetrics _metrics;
    private readonly Notifications _notifications;
    private readonly TimeProvider _clock;
    private readonly ILogger<JobWorker> _log;

    public JobWorker(
        IEnumerable<JobHandlerRegistration> handlers, IServiceScopeFactory scopes, NpgsqlDataSource source, JobOptions options,
        Notifications notifications, JobMetrics metrics, TimeProvider clock, ILogger<JobWorker> log)
    {
        (_scopes, _source, _options, _notifications, _clock, _log) = (scopes, source, options, notifications, clock, log);
        _metrics = metrics;
        _handlers = handlers.ToDictionary(handler => handler.Type);
        _types = [.. _handlers.Keys];
        _store = new JobStore(source, options);
        _outcomes = new JobOutcomes(_store, options, log);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_types.Length == 0) return;
        using var subscription = _notifications.Subscribe(JobQueue.Channel, OnNotification);
        using var untilDrained = new CancellationTokenSource();
        var upkeep = Task.WhenAll(
            RepeatAsync(_options.Lease / 3, BeatAsync, untilDrained.Token),
            RepeatAsync(_options.PollInterval, TidyAsync, untilDrained.Token));
        var outcomes = _outcomes.WriteAllAsync();

        await ClaimAllAsync(stoppingToken);
        await DrainAsync();
        _outcomes.Complete();
        await outcomes;
        await untilDrained.CancelAsync();
        await upkeep;
    }

    private async Task ClaimAllAsync(CancellationToken ct)
    {
        var pause = _options.PollInterval;
        while (!ct.IsCancellationRequested)
        {
            var free = FreePlaces;
            var claimed = await ClaimAsync(free, ct);
            foreach (var job in claimed) Start(job);
            if (claimed.Count == free && free > 0) continue;

            // After a call it looks again soon, then ever less often: not every job that was committed had a call of its own.
            var isCalled = await _wakeUp.WaitAsync(pause, ct);
            pause = isCalled && _options.CallGap > TimeSpan.Zero ? _options.CallGap : Shorter(pause * 2, _options.PollInterval);
        }
    }

    // A place is free when its handler has ended; its outcome may still be on the way, up to a limit.
    private int FreePlaces => Volatile.Read(ref _unwritten) >= MostUnwritten ? 0 : _options.Concurrency - Volatile.Read(ref _working);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<List<ClaimedJob>> ClaimAsync(int free, CancellationToken ct)
    {
        if (free <= 0) return [];
        try
        {
            return await _store.ClaimAsync(_types, free, ct);
        }
        catch (OperationCanceledException)
        {
            return [];
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            _log.LogWarning("Jobs cannot be claimed ({Reason}); trying again.", e.Message);
            return [];
        }
    }

    private void Start(ClaimedJob job)
    {
        var running = new RunningJob(job);
        _running[job.Fence] = running;
        Interlocked.Increment(ref _working);
        running.Work = Task.Run(() => RunAsync(running));
    }

    private async Task RunAsync(RunningJob running)
    {
        var job = running.Job;
        using var logScope = _log.BeginScope(new Dictionary<string, object?> { ["correlation_id"] = job.CorrelationId, ["job_id"] = job.Id, ["job_type"] = job.Type });
        CorrelationId.Current = job.CorrelationId;
        using var span = Traces.StartJob(job);
        var started = _clock.GetTimestamp();
        JobOutcome outcome;
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var context = new JobContext(_source, job);
            await _handlers[job.Type].Run(scope.ServiceProvider, job.Args, context, running.Token);
            outcome = context.IsCompleted ? JobOutcome.Written : JobOutcome.Succeeded;
        }
        catch (OperationCanceledException) when (running.Token.IsCancellationRequested)
        {
            outcome = running.Interruption;
        }
        catch (LeaseLostException)
        {
            outcome = JobOutcome.LeaseLost;
        }
        catch (JobAbandonedException e)
        {
            outcome = JobOutcome.FailedForGood(e.Message);
        }
        catch (JobPostponedException e)
        {
            outcome = JobOutcome.Failed(e.Message, e.Delay);
        }
        catch (Exception e)
        {
            _log.LogWarning(e, "Attempt {Attempt} of {MaxAttempts} of job {JobId} failed.", job.Attempts, job.MaxAttempts, job.Id);
            outcome = JobOutcome.Failed($"{e.GetType().Name}: {e.Message}");
        }

        _metrics.Ended(job, outcome, _clock.GetElapsedTime(started));
        if (outcome.Reason is not null) span?.SetStatus(ActivityStatusCode.Error, outcome.Reason);
        span?.Stop();
        Interlocked.Increment(ref _unwritten);
        if (Interlocked.Decrement(ref _working) == _options.Concurrency - 1) _wakeUp.Ring();
        await _outcomes.WriteAsync(job, outcome);
        if (Interlocked.Decrement(ref _unwritten) == MostUnwritten - 1 || outcome.Kind == JobOutcomeKind.Failed) _wakeUp.Ring();
        _running.TryRemove(job.Fence, out _);
        running.Dispose();
    }

    private async Task BeatAsync(CancellationToken ct)
    {
        var held = _running.Values.Select(running => running.Job).ToList();
        if (held.Count == 0) return;
        var ours = await _store.BeatAsync(held, ct);
        foreach (var job in held)
        {
            if (!_running.TryGetValue(job.Fence, out var running)) continue;
            if (!ours.TryGetValue(job.Id, out var cancel)) running.Interrupt(JobOutcome.LeaseLost);
            else if (cancel) running.Interrupt(JobOutcome.Cancelled);
        }
    }

    private async Task TidyAsync(CancellationToken ct)
    {
        if (await _store.TakeBackAsync(ct) > 0) _wakeUp.Ring();
        await _store.ForgetAsync(ct);
    }

    private async Task RepeatAsync(TimeSpan interval, Func<CancellationToken, Task> step, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(interval, _clock);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(ct);
                await step(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Without heartbeats every lease would be lost, so no failure of the driver ends this loop.
                _log.LogWarning("The upkeep of the queue waits for PostgreSQL: {Reason}", e.Message);
            }
        }
    }

    private async Task DrainAsync()
    {
        var all = Task.WhenAll(_running.Values.Select(running => running.Work));
        await Task.WhenAny(all, Task.Delay(_options.StopGrace, _clock));
        foreach (var running in _running.Values) running.Interrupt(JobOutcome.PutBack);
        await all;
    }

    private void OnNotification(string payload)
    {
        if (payload.StartsWith("cancel:", StringComparison.Ordinal))
        {
            if (!long.TryParse(payload.AsSpan("cancel:".Length), out var id)) return;
            foreach (var running in _running.Values.Where(running => running.Job.Id == id)) running.Interrupt(JobOutcome.Cancelled);
            return;
        }

        _wakeUp.Ring();
    }

    public override void Dispose()
    {
        _wakeUp.Dispose();
        base.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Verdicts;

namespace Alicerce.Engine.Running.Load;

/// <summary>N users repeat a case's steps for T seconds, both within the run's limits; the case passes when errors and the 95th percentile stay below its bounds.</summary>
internal sealed class LoadRun(RunContext context, TestCase testCase, LoadProfile load, CancellationToken runStopped)
{
    private const int MaxKindsOfErrors = 20;

    private readonly LatencyHistogram _latencies = new();
    private readonly ConcurrentDictionary<string, int> _errorKinds = new(StringComparer.Ordinal);
    private long _rounds;
    private long _errors;

    public async Task<CaseResult> RunAsync()
    {
        try
        {
            await context.LoadTurn.WaitAsync(runStopped);
        }
        catch (OperationCanceledException)
        {
            return Cancelled(new CaseResult { Case = testCase, Status = CaseStatus.Skipped, StartedAt = context.Time.GetUtcNow() });
        }

        try
        {
            if (context.Run.Starting is { } starting) await starting(testCase, runStopped); // Not before: its turn may come minutes later, or never.
            return await PressAsync();
        }
        catch (OperationCanceledException) when (runStopped.IsCancellationRequested)
        {
            return Cancelled(new CaseResult { Case = testCase, Status = CaseStatus.Skipped, StartedAt = context.Time.GetUtcNow() });
        }
        finally
        {
            context.LoadTurn.Release();
        }
    }

    private async Task<CaseResult> PressAsync()
    {
        var startedAt = context.Time.GetUtcNow();
        var started = context.Time.GetTimestamp();
        var limits = context.Run.Limits;
        var users = Math.Clamp(load.Users, 1, limits.MaxLoadUsers);
        var span = load.Duration < limits.MaxLoadDuration ? load.Duration : limits.MaxLoadDuration;
        using var timer = new CancellationTokenSource(span, context.Time);
        await Task.WhenAll(Enumerable.Range(0, users).Select(n => Task.Run(() => UserAsync(n, timer.Token), CancellationToken.None)));

        var result = new CaseResult { Case = testCase, Status = CaseStatus.Passed, StartedAt = startedAt, Duration = context.Time.GetElapsedTime(started) };
        if (runStopped.IsCancellationRequested) return Cancelled(result);
        var checks = Checks();
        var cut = CutTo(users, span);
        result = result with { Message = cut, Steps = [new StepResult { Name = $"{users} users, {Seconds(span)}", Duration = result.Duration, Assertions = checks }] };
        if (checks.TrueForAll(c => c.Passed)) return result;
        var reason = checks[0].Passed && checks[1].Passed ? Reasons.TooSlow : Reasons.AssertionFailed;
        var message = $"Assertions failed: {string.Join("; ", checks.Where(c => !c.Passed).Select(c => $"{c.Assertion} (was {c.Actual})"))}{MostFrequentError()}{(cut is null ? "" : $". {cut}")}";
        return result with { Status = CaseStatus.Failed, Reason = reason, Message = message, CauseKey = CauseKey.Of(reason, $"load {testCase.Key}") };
    }

    /// <summary>A result that was had with less than was asked for says so, although it passed.</summary>
    private string? CutTo(int users, TimeSpan span)
    {
        var limits = context.Run.Limits;
        var fewer = users < load.Users ? $"with {users} users, not {load.Users}: a run has at most {limits.MaxLoadUsers}" : null;
        var shorter = span < load.Duration ? $"for {Seconds(span)}, not {Seconds(load.Duration)}: a load case takes at most {Seconds(limits.MaxLoadDuration)}" : null;
        return fewer is null && shorter is null ? null : $"Pressed {string.Join("; ", new[] { fewer, shorter }.OfType<string>())}";
    }

    private static CaseResult Cancelled(CaseResult result) =>
        result with { Status = CaseStatus.Skipped, Reason = Reasons.Cancelled, Message = "The run was cancelled while this case ran" };

    /// <summary>Each user is one session after another: own cookies, own captures.</summary>
    private async Task UserAsync(int number, CancellationToken timeIsUp)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeIsUp, runStopped);
        for (var round = 0; !either.IsCancellationRequested; round++)
        {
            var scope = context.NewScope(string.Create(CultureInfo.InvariantCulture, $"{testCase.Key}|{number}|{round}"));
            var failure = await RoundAsync(new StepRunner(context, scope, runStopped), either.Token);
            if (either.IsCancellationRequested) return; // A round cut short says nothing about the target.
            Interlocked.Increment(ref _rounds);
            if (failure is null) continue;
            Interlocked.Increment(ref _errors);
            if (_errorKinds.Count < MaxKindsOfErrors || _errorKinds.ContainsKey(failure)) _errorKinds.AddOrUpdate(failure, 1, (_, n) => n + 1);
        }
    }

    private async Task<string?> RoundAsync(StepRunner runner, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(CaseAttempt.TimeoutOf(testCase), context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        foreach (var step in testCase.Steps)
        {
            using var run = new StepRun(step);
            try
            {
                await runner.RunAsync(run, either.Token);
                _latencies.Add(run.Duration);
                if (!run.Passed) return FailureMessage.Of(run);
            }
            catch (Exception e)
            {
                return context.Redactor.Redact(e is CaseProblemException or CaseSkippedException ? e.Message : TransportFailure.Of(e, timer.IsCancellationRequested, CaseAttempt.TimeoutOf(testCase)).Message);
            }
        }
        return null;
    }

    private List<AssertionResult> Checks()
    {
        var rate = _rounds == 0 ? 1m : (decimal)_errors / _rounds;
        var (p50, p95) = (_latencies.Percentile(0.5), _latencies.Percentile(0.95));
        return
        [
            new("rounds ge 1", _rounds >= 1, "1", $"{_rounds} rounds, {_errors} errors"),
            new($"error_rate le {load.MaxErrorRate.ToString(CultureInfo.InvariantCulture)}", rate <= load.MaxErrorRate,
                load.MaxErrorRate.ToString(CultureInfo.InvariantCulture), rate.ToString("0.####", CultureInfo.InvariantCulture)),
            load.MaxP95 is { } limit
                ? new($"p95 le {Milliseconds(limit)}", p95 <= limit, Milliseconds(limit), $"p50 {Milliseconds(p50)}, p95 {Milliseconds(p95)}")
                : new("p95 exists", Passed: true, null, $"p50 {Milliseconds(p50)}, p95 {Milliseconds(p95)}"),
        ];
    }

    private string MostFrequentError() => _errorKinds.IsEmpty ? "" : $"; most often: {_errorKinds.MaxBy(e => e.Value).Key}";

    private static string Milliseconds(TimeSpan span) => $"{span.TotalMilliseconds.ToString("0.#", CultureInfo.InvariantCulture)} ms";

    private static string Seconds(TimeSpan span) => $"{span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s";
}

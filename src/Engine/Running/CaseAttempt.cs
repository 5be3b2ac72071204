using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Verdicts;

namespace Alicerce.Engine.Running;

/// <summary>Runs one case once, within its time, and says how it ended. It throws nothing but surprises of our own.</summary>
internal sealed class CaseAttempt(RunContext context, TestCase testCase, int attempt, CancellationToken runStopped)
{
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(1);

    private readonly List<StepRun> _steps = new(testCase.Steps.Count);
    private DateTimeOffset _startedAt;
    private long _started;
    private bool _announcing;

    private TimeSpan Timeout => TimeoutOf(testCase);

    /// <summary>The case's limit, one hour at most; 30 s when it says nothing sensible.</summary>
    public static TimeSpan TimeoutOf(TestCase testCase) =>
        testCase.Timeout <= TimeSpan.Zero ? TestCase.DefaultTimeout : testCase.Timeout < MaxTimeout ? testCase.Timeout : MaxTimeout;

    public async Task<CaseResult> RunAsync()
    {
        Start();
        using var timer = new CancellationTokenSource(System.Threading.Timeout.InfiniteTimeSpan, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, runStopped);
        try
        {
            var runner = new StepRunner(context, context.NewScope(testCase.Key), runStopped);
            if (testCase.Kind != CaseKind.Query) await runner.TakeFirstTurnAsync(runStopped);
            await AnnounceAsync();
            Start();
            timer.CancelAfter(Timeout);
            foreach (var step in testCase.Steps)
            {
                var run = new StepRun(step);
                _steps.Add(run);
                await runner.RunAsync(run, either.Token);
                if (!run.Passed) return Failed();
            }
            return Passed();
        }
        catch (CaseProblemException e)
        {
            return Error(e.Reason, e.Message);
        }
        catch (CaseSkippedException e)
        {
            return Result(CaseStatus.Skipped) with { Reason = e.Reason, Message = context.Redactor.Redact(e.Message) };
        }
        catch (Exception e) when (!_announcing || runStopped.IsCancellationRequested)
        {
            if (runStopped.IsCancellationRequested) return Result(CaseStatus.Skipped) with { Reason = Reasons.Cancelled, Message = "The run was cancelled while this case ran" };
            var failure = TransportFailure.Of(e, timer.IsCancellationRequested, Timeout);
            return Error(failure.Reason, failure.Message);
        }
        finally
        {
            foreach (var step in _steps) step.Dispose();
        }
    }

    private async ValueTask AnnounceAsync()
    {
        if (context.Run.Starting is not { } starting) return;
        _announcing = true;
        await starting(testCase, runStopped);
        _announcing = false;
    }

    private void Start() => (_startedAt, _started) = (context.Time.GetUtcNow(), context.Time.GetTimestamp());

    private CaseResult Passed() =>
        Result(CaseStatus.Passed) with { Steps = StepResults(withExchange: PassedSample.Takes(testCase.Key, context.Run.Limits.PassedBodySample)) };

    private CaseResult Failed()
    {
        var last = _steps[^1];
        var reason = ReasonOf.Failure(last);
        var message = FailureMessage.Of(last);
        var result = Result(CaseStatus.Failed) with { Steps = StepResults(withExchange: true), Message = message };
        return testCase.ProbesFinding is null
            ? result with { Reason = reason, CauseKey = CauseKey.Of(reason, last) }
            : result with { Status = CaseStatus.Skipped, Reason = Reasons.FindingConfirmed, Message = $"Finding confirmed. {message}" };
    }

    private CaseResult Error(string reason, string text)
    {
        var message = context.Redactor.Redact(text);
        return Result(CaseStatus.Error) with
        {
            Steps = StepResults(withExchange: true),
            Reason = reason,
            Message = message,
            CauseKey = CauseKey.Of(reason, message),
        };
    }

    private CaseResult Result(CaseStatus status) => new()
    {
        Case = testCase,
        Status = status,
        Attempt = attempt,
        StartedAt = _startedAt,
        Duration = context.Time.GetElapsedTime(_started),
    };

    private List<StepResult> StepResults(bool withExchange)
    {
        var results = new List<StepResult>(_steps.Count);
        foreach (var step in _steps)
            results.Add(new StepResult
            {
                Name = step.Step.Name,
                Request = withExchange && step.Sent is { } sent ? context.Snapshots.Of(sent) : null,
                Response = withExchange && step.Answer is { } answer ? context.Snapshots.Of(answer) : null,
                Duration = step.Duration,
                Assertions = [.. step.Checks.Select(c => c.Result)],
            });
        return results;
    }
}

using System.Threading.Channels;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Load;

namespace Alicerce.Engine.Running;

/// <summary>Takes cases one after another and repeats the failed ones as often as they allow; each attempt is a result.</summary>
internal sealed class CaseWorker(RunContext context, ChannelWriter<CaseResult> results)
{
    private const int MaxRetries = 10;

    /// <param name="cases">Where cases come from.</param>
    /// <param name="enough">No further case is to be taken.</param>
    /// <param name="stop">The case under way is to end as well.</param>
    public async Task RunAsync(ChannelReader<TestCase> cases, CancellationToken enough, CancellationToken stop)
    {
        try
        {
            await foreach (var testCase in cases.ReadAllAsync(enough))
            {
                if (enough.IsCancellationRequested) return;
                await RunAsync(testCase, stop);
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return; // Cases not taken are not reported; the summary says that the run ended early.
        }
    }

    private async Task RunAsync(TestCase testCase, CancellationToken stop)
    {
        if (CaseGate.Check(testCase, context) is { } ended)
        {
            await results.WriteAsync(ended, CancellationToken.None);
            return;
        }
        if (testCase.Load is { } load && testCase.Kind == CaseKind.Load)
        {
            await results.WriteAsync(await new LoadRun(context, testCase, load, stop).RunAsync(), CancellationToken.None);
            return;
        }
        var last = 1 + Math.Clamp(testCase.Retries, 0, MaxRetries);
        for (var attempt = 1; attempt <= last; attempt++)
        {
            var result = await new CaseAttempt(context, testCase, attempt, stop).RunAsync();
            var isFinal = attempt == last || !IsWorthRepeating(result);
            await results.WriteAsync(result with { IsFinal = isFinal, Flaky = attempt > 1 && result.Status == CaseStatus.Passed }, CancellationToken.None);
            if (isFinal) return;
        }
    }

    /// <summary>A case that is written wrong, or may not go there, ends the same way each time.</summary>
    private static bool IsWorthRepeating(CaseResult result) => result.Status is CaseStatus.Failed or CaseStatus.Error
        && result.Reason is not (Reasons.InvalidCase or Reasons.UnknownVariable or Reasons.SecretRefused or Reasons.ConnectionRefusedByPolicy);
}

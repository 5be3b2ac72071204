namespace Alicerce.Modules.Testing.Runs;

/// <summary>How final results are counted; non-final attempts never are.</summary>
internal sealed record RunCounters(int Total, int Passed, int Failed, int Skipped, int Errors, int Flaky, int FindingsConfirmed)
{
    /// <summary>Cases with a final result.</summary>
    public int Done => Passed + Failed + Skipped + Errors;
}

/// <summary>The one place where a run's end is judged (D19, S004-RUN-03, T004-47, T004-59).</summary>
internal static class RunVerdict
{
    /// <param name="minPassRate">Share of cases that ran and must have passed; null demands all.</param>
    /// <returns>The status and, for a run without a verdict, why.</returns>
    public static (string Status, string? Message) Of(RunCounters counters, double? minPassRate)
    {
        var ran = counters.Passed + counters.Failed + counters.Errors;
        if (counters.Done == 0) return (RunStatuses.Error, "No case ran: the suite has no active case that fits.");
        if (ran == 0) return (RunStatuses.Error, $"No case ran: all {counters.Skipped} were skipped.");
        if (counters.Failed == 0 && counters.Errors == 0)
        {
            // The suite may have changed while the run went on: what nobody tried must not pass a gate.
            return counters.Done < counters.Total
                ? (RunStatuses.Error, $"{counters.Total - counters.Done} of {counters.Total} cases have no result: the suite changed while it ran. Run it again.")
                : (RunStatuses.Passed, null);
        }
        var isEnough = minPassRate is { } rate && counters.Passed > 0 && (double)counters.Passed / ran >= rate;
        return (isEnough ? RunStatuses.Passed : RunStatuses.Failed, null);
    }
}

using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>What a report has written, so that its totals agree with its cases even when a run was cut short.</summary>
internal sealed class Counts
{
    public int Passed { get; private set; }
    public int Failed { get; private set; }
    public int Errors { get; private set; }
    public int Skipped { get; private set; }
    public int Flaky { get; private set; }
    public int Total => Passed + Failed + Errors + Skipped;

    public void Add(CaseResult result)
    {
        Passed += result.Status == CaseStatus.Passed ? 1 : 0;
        Failed += result.Status == CaseStatus.Failed ? 1 : 0;
        Errors += result.Status == CaseStatus.Error ? 1 : 0;
        Skipped += result.Status == CaseStatus.Skipped ? 1 : 0;
        Flaky += result.Flaky ? 1 : 0;
    }
}

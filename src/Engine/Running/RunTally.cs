namespace Alicerce.Engine.Running;

/// <summary>Counts how cases ended; attempts that were repeated do not count.</summary>
internal sealed class RunTally
{
    private int _passed, _failed, _skipped, _errors, _flaky, _confirmed;

    /// <summary>True when the result is a final failure or error.</summary>
    public bool Count(CaseResult result)
    {
        if (!result.IsFinal) return false;
        switch (result.Status)
        {
            case CaseStatus.Passed: _passed++; break;
            case CaseStatus.Failed: _failed++; break;
            case CaseStatus.Skipped: _skipped++; break;
            default: _errors++; break;
        }
        if (result.Flaky) _flaky++;
        if (result.Reason == Reasons.FindingConfirmed) _confirmed++;
        return result.Status is CaseStatus.Failed or CaseStatus.Error;
    }

    public RunSummary Summary(TimeSpan duration, bool cancelled) =>
        new(_passed + _failed + _skipped + _errors, _passed, _failed, _skipped, _errors, _flaky, _confirmed, duration, cancelled);
}

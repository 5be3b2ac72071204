using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;

namespace Alicerce.Cli.Check;

/// <summary>Turns the failure of a case that is listed in known-failures.yaml into a skip that says why; an expired entry changes nothing but the message.</summary>
internal sealed class KnownFailureFilter(KnownFailures? known)
{
    private int _forgivenFailures;
    private int _forgivenErrors;

    public static KnownFailureFilter None { get; } = new(null);

    public RunEvent Apply(RunEvent runEvent) => runEvent switch
    {
        CaseFinished { Result: { Status: CaseStatus.Failed or CaseStatus.Error } result } => new CaseFinished(Judge(result)),
        RunFinished finished when known is not null => finished with { Summary = Forgive(finished.Summary) },
        _ => runEvent,
    };

    private CaseResult Judge(CaseResult result)
    {
        if (known?.Find(result.Case.Key) is not { } match)
            return result;
        if (match.Expired)
            return result with { Message = $"{result.Message} ({match.Message})" };
        if (result.IsFinal)
        {
            if (result.Status == CaseStatus.Failed) _forgivenFailures++;
            else _forgivenErrors++;
        }
        return result with { Status = CaseStatus.Skipped, Reason = Reasons.KnownFailure, Message = match.Message, CauseKey = null };
    }

    private RunSummary Forgive(RunSummary summary) => summary with
    {
        Failed = summary.Failed - _forgivenFailures,
        Errors = summary.Errors - _forgivenErrors,
        Skipped = summary.Skipped + _forgivenFailures + _forgivenErrors,
    };
}

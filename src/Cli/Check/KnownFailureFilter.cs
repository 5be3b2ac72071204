using Alicerce.Cli.Project;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Files;
using Alicerce.Engine.Running;

namespace Alicerce.Cli.Check;

/// <summary>Turns the failure of a case that is listed in known-failures.yaml into a skip that says why; an expired entry changes nothing but the message.</summary>
internal sealed class KnownFailureFilter(KnownFailures? known)
{
    private int _forgivenFailures;
    private int _forgivenErrors;

    public static KnownFailureFilter None { get; } = new(null);

    /// <summary>Reads the project's known-failures.yaml, if it has one.</summary>
    /// <param name="keys">Keys of all cases, to find entries that fit none; null when nobody has them at hand.</param>
    /// <exception cref="UserError">The file cannot be used.</exception>
    public static KnownFailureFilter Read(ProjectFolder project, IEnumerable<string>? keys, Action<IEnumerable<FileProblem>> show)
    {
        if (!File.Exists(project.KnownFailuresFile))
            return None;
        var name = Path.GetRelativePath(project.Path, project.KnownFailuresFile);
        var (failures, problems) = KnownFailuresFile.Read(File.ReadAllText(project.KnownFailuresFile), name);
        if (problems.Any(p => p.Severity == ProblemSeverity.Error))
            throw new UserError(string.Join('\n', problems.Select(p => p.ToString())));
        var known = new KnownFailures(failures, name, TimeProvider.System);
        if (keys is not null)
            show(known.Check(keys));
        return new KnownFailureFilter(known);
    }

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

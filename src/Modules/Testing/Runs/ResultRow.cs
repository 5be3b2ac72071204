using Alicerce.Engine.Running;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>One row of <c>testing.test_results</c> before it is written: one attempt of one case.</summary>
internal sealed record ResultRow(
    int CaseId, int Attempt, bool IsFinal, bool Flaky, string Status, string? Reason, string? CauseKey, string? Message, DateTimeOffset StartedAt, TimeSpan Duration,
    string? ResponseJson, string AssertionsJson)
{
    /// <summary>What the result says about the finding that its case probes: true confirmed, false not so; null when it probes none or gave no answer.</summary>
    public (string FindingId, bool Confirmed)? Finding { get; init; }

    public static ResultRow Of(int caseId, CaseResult result) => new(
        caseId, result.Attempt, result.IsFinal, result.Flaky, StatusOf(result.Status), result.Reason, result.CauseKey is { } key ? Clean(key) : null,
        result.Message is { } message ? Clean(message) : null, result.StartedAt, result.Duration, StoredSteps.ResponseJson(result), StoredSteps.AssertionsJson(result))
    {
        Finding = FindingOf(result),
    };

    /// <summary>A case that may have reached the target when its worker died, and must not be sent twice.</summary>
    public static ResultRow Interrupted(int caseId, DateTimeOffset at) => new(
        caseId, 1, true, false, RunStatuses.Error, Reasons.Interrupted, Reasons.Interrupted,
        "interrupted: the worker stopped while this case ran; it is not safe to send it again", at, TimeSpan.Zero, null, "[]");

    public static string StatusOf(CaseStatus status) => status switch
    {
        CaseStatus.Passed => RunStatuses.Passed,
        CaseStatus.Failed => RunStatuses.Failed,
        CaseStatus.Skipped => RunStatuses.Skipped,
        _ => RunStatuses.Error,
    };

    private static (string, bool)? FindingOf(CaseResult result) => result switch
    {
        { IsFinal: false } or { Case.ProbesFinding: null } => null,
        { Reason: Reasons.FindingConfirmed } => (result.Case.ProbesFinding, true),
        { Status: CaseStatus.Passed } => (result.Case.ProbesFinding, false),
        _ => null,
    };

    private static string Clean(string text) => text.Replace('\0', '\ufffd');
}

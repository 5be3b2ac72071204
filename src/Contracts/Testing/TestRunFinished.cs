namespace Alicerce.Contracts.Testing;

/// <summary>A fact: a run of a suite has ended, whatever way. Told once a run, in the transaction that closes it.</summary>
/// <param name="Status"><c>passed</c>, <c>failed</c> or <c>error</c>; <c>error</c> also when it was cancelled, ran nothing or lost its workers.</param>
/// <param name="TriggeredBy">As given at its start: <c>manual</c>, <c>schedule:daily</c>, <c>deploy:{id}</c>, …</param>
/// <param name="Message">Why a run without a verdict has none; null for the others.</param>
public sealed record TestRunFinished(
    int RunId, int SuiteId, int ProjectId, int? EnvironmentId, string Status, string TriggeredBy, int Total, int Passed, int Failed, int Skipped, int Errors, int Flaky,
    long DurationMs, DateTimeOffset FinishedAt, string? Message)
{
    /// <summary>Its stable written name.</summary>
    public const string Type = "test.run.finished";
}

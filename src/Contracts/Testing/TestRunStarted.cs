namespace Alicerce.Contracts.Testing;

/// <summary>A fact: a run of a suite is under way. Told in the transaction that writes the run; <see cref="TestRunFinished"/> follows.</summary>
public sealed record TestRunStarted(int RunId, int SuiteId, int ProjectId, int EnvironmentId, string TriggeredBy, int Total)
{
    /// <summary>Its stable written name.</summary>
    public const string Type = "test.run.started";
}

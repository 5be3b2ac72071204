namespace Alicerce.Modules.Testing.Runs;

/// <summary>A run as its workers need it.</summary>
/// <param name="Bad">Final failures and errors when it was read.</param>
internal sealed record RunRow(
    int Id, int SuiteId, int ProjectId, int? EnvironmentId, string SuiteName, string? EnvironmentName, string BaseUrl, string Status, int Seed, int Total, int Shards,
    DateOnly Day, RunChoices Choices, int Bad)
{
    public bool IsRunning => Status == RunStatuses.Running;
}

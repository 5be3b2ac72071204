namespace Alicerce.Cli.Server.Wire;

internal sealed record RemoteScenario(int Id, string Title, string? Description = null, int? ProjectId = null, IReadOnlyList<string>? Tags = null);

internal sealed record ScenarioInput(string Title, string? Description = null, int? ProjectId = null, IReadOnlyList<string>? Tags = null);

/// <summary>Members of a scenario to change: null leaves a member as it is.</summary>
internal sealed record ScenarioPatch(string? Title = null, string? Description = null, IReadOnlyList<string>? Tags = null);

internal sealed record ScenarioCreated(int Id, string? Warning = null);

internal sealed record SuggestionAnswer(IReadOnlyList<RemoteSuggestion> Results);

internal sealed record RemoteSuggestion(int Id, string Title, double? Similarity = null, double? Score = null, IReadOnlyList<string>? Why = null, int? SameTitle = null);

internal sealed record ImportedScenarios(int Imported, int Existing);

/// <summary>What became of a whole file, which was sent in parts.</summary>
internal sealed record ScenarioImport(int Rows, int Imported, int Existing);

internal sealed record SampleDataInput(int? NumRecords, int? ProjectId, int? Seed);

internal sealed record SampleDataStarted(long JobId, string Status);

internal sealed record PromoteInput(int SuiteId);

internal sealed record PromoteAnswer(int CaseId);

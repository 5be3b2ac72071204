using System.Text.Json;

namespace Alicerce.Cli.Server.Wire;

internal sealed record RemoteSuite(int Id, int ProjectId, string Name, string? Description = null, int TotalCases = 0, JsonElement? Config = null);

internal sealed record SuitePatch(System.Text.Json.Nodes.JsonObject Config);

internal sealed record RemoteCase(
    int Id, string Key, string Name, string TestType, string? Description = null, string? GenerationSource = null, IReadOnlyList<string>? Tags = null,
    bool IsActive = true, string? Target = null, string? Method = null, string? ComponentPath = null, string? ProbesFinding = null);

internal sealed record GenerateInput(string Name, IReadOnlyList<string>? Types = null, int? Seed = null, bool? Preview = null);

/// <param name="Id">Null for a preview of a suite that is not there yet.</param>
internal sealed record GenerateAnswer(SuiteDifference Diff, int? Id = null, string? Name = null, int TotalCases = 0, IReadOnlyList<JsonElement>? Warnings = null);

/// <param name="KeptEdited">Edited by hand, so left alone (D21).</param>
internal sealed record SuiteDifference(
    IReadOnlyList<ChangedCase>? Added = null, IReadOnlyList<ChangedCase>? Updated = null, int Unchanged = 0,
    IReadOnlyList<ChangedCase>? KeptEdited = null, IReadOnlyList<ChangedCase>? Obsolete = null, DifferenceCounts? Counts = null);

/// <summary>How many there are in all: long lists arrive cut.</summary>
internal sealed record DifferenceCounts(int Added = 0, int Updated = 0, int Unchanged = 0, int KeptEdited = 0, int Obsolete = 0);

internal sealed record ChangedCase(string Key, string? Name = null);

/// <summary>What is wrong in an imported file.</summary>
internal sealed record ImportProblem(string Message, string? File = null, int? Line = null, int? Column = null, string? Hint = null, string? Severity = null);

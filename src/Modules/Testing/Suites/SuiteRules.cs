using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>What a suite may look like.</summary>
internal static class SuiteRules
{
    public const string Mixed = "mixed";

    /// <summary>What a suite does that says nothing: half a minute a case, in parallel, and a failure blocks a deploy.</summary>
    public const string DefaultConfig = """{"timeout":30,"retries":0,"parallel":true,"block_on_failure":true}""";

    private const int LongestName = 100;
    private const int LongestDescription = 4000;
    private const int LongestConfig = 256 * 1024;

    public static readonly IReadOnlyList<string> Types = [.. Enum.GetValues<CaseKind>().Select(CaseMapping.KindName), Mixed];

    public static Validation CheckName(this Validation validation, string? name) => validation.Check(
        name is { Length: > 0 and <= LongestName } && name.Trim().Length == name.Length && !name.Any(char.IsControl), "name", "bad_name",
        $"name has 1 to {LongestName} characters, without control characters and without spaces around it.");

    public static Validation CheckDescription(this Validation validation, string? description) => validation.Check(
        description is null || (description.Length <= LongestDescription && !description.Contains('\0')), "description", "too_long", $"description has at most {LongestDescription} characters.");

    public static Validation CheckType(this Validation validation, string? type) =>
        validation.Check(type is not null && Types.Contains(type), "test_type", "unknown", $"test_type is one of {string.Join(", ", Types)}.");

    public static Validation CheckConfig(this Validation validation, JsonObject? config) =>
        validation.Check(config is null || config.ToJsonString().Length <= LongestConfig, "config", "too_long", $"config has at most {LongestConfig} characters.");
}

using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Projects;
using Alicerce.Engine.Running;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
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

    public static Validation CheckConfig(this Validation validation, JsonObject? config)
    {
        if (config is null) return validation;
        var json = config.ToJsonString();
        if (json.Length > LongestConfig) return validation.Check(false, "config", "too_long", $"config has at most {LongestConfig} characters.");
        return config["auth_profiles"] is { } profiles ? validation.CheckProfiles(profiles, SuiteConfig.Read(json).AuthProfiles) : validation;
    }

    /// <summary>What cannot be read is refused as well: it would be kept, credentials and all, and never be used.</summary>
    private static Validation CheckProfiles(this Validation validation, JsonNode given, IReadOnlyDictionary<string, AuthProfile> profiles)
    {
        if (given is not JsonObject named || named.Count != profiles.Count || profiles.Values.Any(profile => profile is null))
            return validation.Check(false, "config.auth_profiles", "not_profiles", "config.auth_profiles has profiles by name, like {\"admin\": {\"type\": \"bearer\", \"token\": \"${secret:ADMIN_TOKEN}\"}}.");
        foreach (var (name, profile) in profiles)
        {
            foreach (var place in AuthCredentials.LiteralsIn(profile))
                validation.Add($"config.auth_profiles.{name}.{place}", "credential_in_clear", $"A credential is kept in clear there: {AuthCredentials.Advice}.");
        }

        return validation;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Running;
using Alicerce.Platform.Web;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// What a suite's <c>config_json</c> says about running it (S004-RUN-10), e.g. <c>{"timeout":30,"retries":3,"parallel":true}</c>. Members that
/// are not understood are ignored: the object also holds what others put there.
/// </summary>
internal sealed record SuiteConfig
{
    public const string AllowedContentsMember = "allowed_contents";

    /// <summary>For a key that no case had when it was allowed: what no case does.</summary>
    public const string NoContent = "";

    private const int MostParallel = 256;
    private const int DefaultParallel = 16;

    /// <summary>Seconds for cases that keep the default of their own; null leaves it.</summary>
    public double? Timeout { get; init; }

    /// <summary>Retries of cases that have none of their own.</summary>
    public int Retries { get; init; }

    /// <summary>Cases at once: <c>false</c> is 1, <c>true</c> is 16, a number is itself.</summary>
    public int Parallel { get; init; } = DefaultParallel;

    /// <summary>Share of cases, 0 to 1, that must pass (D19, T004-59); null is the strict rule: nothing failed, nothing errored.</summary>
    public double? MinPassRate { get; init; }

    /// <summary>Keys of cases that may change state in a protected environment (D20).</summary>
    public IReadOnlyList<string> AllowedMutations { get; init; } = [];

    /// <summary>What the case of each of these keys did when it was allowed.</summary>
    public IReadOnlyDictionary<string, string> AllowedContents { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, AuthProfile> AuthProfiles { get; init; } = new Dictionary<string, AuthProfile>();

    /// <summary>Names of those that are as an admin wrote them.</summary>
    public IReadOnlyList<string> AllowedProfiles { get; init; } = [];

    public string? DefaultAuth { get; init; }

    /// <summary>Never fails: a member of the wrong type is as good as none.</summary>
    public static SuiteConfig Read(string? json)
    {
        JsonObject? config;
        try
        {
            config = json is null ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            config = null;
        }

        if (config is null) return new SuiteConfig();
        var allowed = Get<string[]>(config, "allowed_mutations") ?? [];
        var contents = Get<Dictionary<string, string>>(config, AllowedContentsMember) ?? [];
        return new SuiteConfig
        {
            Timeout = Get<double?>(config, "timeout") is > 0 and <= 3600 and var seconds ? seconds : null,
            Retries = Math.Clamp(Get<int?>(config, "retries") ?? 0, 0, 10),
            Parallel = config["parallel"] is JsonValue value && value.TryGetValue(out bool isParallel)
                ? isParallel ? DefaultParallel : 1
                : Math.Clamp(Get<int?>(config, "parallel") ?? DefaultParallel, 1, MostParallel),
            MinPassRate = ShareOf(Get<double?>(config, "min_pass_rate")),
            AllowedMutations = allowed,
            AllowedContents = allowed.Distinct(StringComparer.Ordinal).ToDictionary(key => key, key => contents.GetValueOrDefault(key, NoContent), StringComparer.Ordinal),
            AuthProfiles = Get<Dictionary<string, AuthProfile>>(config, "auth_profiles") ?? [],
            AllowedProfiles = ProfileFingerprints.AllowedIn(config),
            DefaultAuth = Get<string>(config, "default_auth"),
        };
    }

    /// <summary>95 and 0.95 both mean 95 %.</summary>
    private static double? ShareOf(double? rate) => rate switch
    {
        null or < 0 or > 100 => null,
        > 1 => rate / 100,
        _ => rate,
    };

    private static T? Get<T>(JsonObject config, string name)
    {
        try
        {
            return config[name] is { } node ? node.Deserialize<T>(ApiJson.Options) : default;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return default;
        }
    }
}

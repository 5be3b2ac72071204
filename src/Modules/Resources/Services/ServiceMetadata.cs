using System.Text.Json;
using Alicerce.Outbound;

namespace Alicerce.Modules.Resources.Services;

/// <summary>The members of a service's metadata that mean something here; everything else in it is the team's own.</summary>
/// <param name="Image">Of its container.</param>
/// <param name="MetricsPath">What Prometheus scrapes.</param>
/// <param name="Domain">Only a host's name gets into a file, so that nothing of another program's language does.</param>
/// <param name="Public">Whether gateways lead to it from outside; null when nobody said.</param>
/// <param name="Env">Names of the variables and secrets that it needs; null when it declares none, which is no empty list.</param>
internal sealed record ServiceMetadata(string? Image, string? MetricsPath, string? Domain, bool? Public, IReadOnlyList<string>? Env)
{
    public static ServiceMetadata Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ServiceMetadata(TextOf(root, "image"), TextOf(root, "metrics_path"), EgressRule.HostOf(TextOf(root, "domain")) is { Host: { } host, Port: null } ? host : null, FlagOf(root),
            NamesOf(root));
    }

    /// <summary>What a gateway may lead to: databases, caches and queues are for the inside, whatever they speak.</summary>
    public static bool MayBePublic(string serviceType) => serviceType is ServiceRules.App or ServiceRules.Gateway;

    private static string? TextOf(JsonElement root, string key) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[]? NamesOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("env", out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(name => name.ValueKind == JsonValueKind.String ? name.GetString()! : name.GetRawText())]
            : null;

    private static bool? FlagOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("public", out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;
}

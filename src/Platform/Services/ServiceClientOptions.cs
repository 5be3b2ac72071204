using Alicerce.Outbound;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Resilience;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Platform.Services;

/// <summary>One other service of the team and how it is called.</summary>
/// <param name="Name">As in <c>ai-svc</c>, whose address is the setting <c>AI_SVC_URL</c>.</param>
/// <param name="BaseUrl">Paths of calls are below it; the key goes nowhere else.</param>
public sealed record ServiceClientOptions(string Name, Uri BaseUrl)
{
    /// <summary>Sent as <c>X-Internal-Key</c>; null sends none.</summary>
    public Secret? Key { get; init; }

    public ResilienceOptions Resilience { get; init; } = new() { BufferedBytes = LargestAnswer };

    private const int LargestAnswer = 8 * 1024 * 1024;

    /// <returns>Null when the service has no address.</returns>
    internal static ServiceClientOptions? Read(string name, IConfiguration configuration) =>
        TryRead(configuration[SettingOf(name)]) is not { } url ? null
            : new ServiceClientOptions(name, url) { Key = InternalKeyOptions.FirstOf(configuration["INTERNAL_SERVICE_KEY"]) is { } key ? new Secret(key) : null };

    /// <summary>What is wrong with the setting of a service's address. Call it in <c>CheckConfiguration</c>.</summary>
    public static IEnumerable<string> CheckConfiguration(string name, IConfiguration configuration) =>
        configuration[SettingOf(name)] is { Length: > 0 } text && TryRead(text) is null
            ? [$"{SettingOf(name)} is not an address of a service: write it like http://{name}:8001, without user and query."]
            : [];

    private static string SettingOf(string name) => $"{name.ToUpperInvariant().Replace('-', '_')}_URL";

    private static Uri? TryRead(string? text) =>
        Uri.TryCreate(text?.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { UserInfo: "", Query: "", Fragment: "" } ? url : null;
}

using System.Collections.Frozen;

namespace Alicerce.Engine.Running.Verdicts;

/// <summary>Headers whose values are never shown, whether or not a known secret is in them (T004-56).</summary>
internal static class SensitiveHeaders
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-API-Key", "Api-Key", "X-Auth-Token", "X-CSRF-Token", "X-XSRF-Token", "X-Amz-Security-Token",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Parts = ["token", "secret", "password", "apikey", "api-key", "api_key"];

    public static bool Contains(string name) => Names.Contains(name) || Parts.Any(p => name.Contains(p, StringComparison.OrdinalIgnoreCase));
}

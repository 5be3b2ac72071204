using System.Diagnostics.CodeAnalysis;
using System.Text;
using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Running.Http;

/// <summary>
/// Joins a case's target with the base URL and refuses whatever would leave the target: <c>@evil.example/</c> glued to a host is user info
/// in front of another host (T004-51).
/// </summary>
internal static class TargetUrl
{
    private const int MaxLength = 16_000;

    /// <summary>The problem with a target as written in a case, before variables are known; null when it is fine.</summary>
    public static string? Problem(string? target)
    {
        if (string.IsNullOrEmpty(target) || target[0] != '/') return $"target '{Short(target)}' must start with one /, it is a path on the base URL";
        if (target.StartsWith("//", StringComparison.Ordinal)) return $"target '{Short(target)}' must start with one / only; // would name another host";
        if (target.Contains('\\', StringComparison.Ordinal)) return $"target '{Short(target)}' holds a backslash; write %5C";
        if (target.Any(char.IsControl)) return $"target '{Short(target)}' holds a control character; write it percent-encoded";
        return target.Length > MaxLength ? $"target is longer than {MaxLength} characters" : null;
    }

    /// <summary>The absolute URL of a target; a path in the base URL is kept in front of it.</summary>
    public static bool TryResolve(Uri baseUrl, string target, IReadOnlyList<NameValue> query, [NotNullWhen(true)] out Uri? url, [NotNullWhen(false)] out string? problem)
    {
        url = null;
        problem = Problem(target);
        if (problem is not null) return false;
        var text = new StringBuilder(baseUrl.GetLeftPart(UriPartial.Authority)).Append(baseUrl.AbsolutePath.TrimEnd('/'));
        var fragment = target.IndexOf('#', StringComparison.Ordinal);
        text.Append(fragment < 0 ? target : target.AsSpan(0, fragment));
        var separator = target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        if (Uri.TryCreate(text.ToString(), UriKind.Absolute, out url) && IsSameOrigin(baseUrl, url)) return true;
        problem = $"target '{Short(target)}' does not stay on {baseUrl.GetLeftPart(UriPartial.Authority)}";
        url = null;
        return false;
    }

    /// <summary>Same scheme, host and port, and nobody's name in front of the host.</summary>
    public static bool IsSameOrigin(Uri baseUrl, Uri url) =>
        url.Scheme == baseUrl.Scheme && url.Port == baseUrl.Port && url.UserInfo.Length == 0
        && string.Equals(url.IdnHost, baseUrl.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static string Short(string? target) => target is { Length: > 80 } ? target[..80] + "…" : target ?? "";
}

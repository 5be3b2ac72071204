using System.Text.RegularExpressions;
using Alicerce.Engine.Projects;

namespace Alicerce.Engine.Discovery.Credentials;

/// <summary>
/// What a credential looks like: by itself, as keys and tokens of well-known makers do, or because a setting with such a name has a literal value. Names
/// decide in files of settings only: in code, <c>token = next()</c> is everyday.
/// </summary>
internal static partial class CredentialRules
{
    private const int LongestLine = 4_000;
    private const int ShortestValue = 4;

    private static readonly (string Kind, Regex Looks)[] s_kinds =
    [
        ("private key", PrivateKey()), ("AWS access key", AwsKey()), ("GitHub token", GitHubToken()), ("Slack token", SlackToken()), ("Slack webhook", SlackWebhook()),
        ("key of a model provider", ModelKey()), ("Google key", GoogleKey()), ("Stripe key", StripeKey()), ("Alicerce token", AlicerceToken()), ("JSON web token", JsonWebToken()), ("password in an address", Address()),
    ];

    private static readonly string[] s_settings = [".env", ".yml", ".yaml", ".json", ".toml", ".ini", ".conf", ".cfg", ".properties", ".config", ".xml", ".tfvars"];

    /// <returns>Null when the line holds none. A reference such as <c>${DB_PASSWORD}</c> is none.</returns>
    public static (string Kind, string? Name)? Find(string path, string line)
    {
        if (line.Length > LongestLine) line = line[..LongestLine];
        foreach (var (kind, looks) in s_kinds)
            if (looks.Match(line) is { Success: true } match && !IsPlaceholder(match.Groups["value"].Value)) return (kind, null);
        return IsSettings(path) && Setting().Match(line) is { Success: true } setting && CredentialNames.Fits(setting.Groups["name"].Value) && IsLiteral(Value(setting))
            ? (KindOf(setting.Groups["name"].Value), setting.Groups["name"].Value)
            : null;
    }

    private static bool IsSettings(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith(".env", StringComparison.Ordinal) || Array.Exists(s_settings, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    private static string Value(Match setting)
    {
        var value = setting.Groups["value"].Value.Trim().TrimEnd(',', ';').Trim();
        if (value.Length > 0 && value[0] is '"' or '\'') return value.IndexOf(value[0], 1) is > 0 and var end ? value[1..end] : value[1..];
        return value.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment ? value[..comment].TrimEnd() : value;
    }

    private static bool IsLiteral(string value) =>
        value.Length >= ShortestValue && !IsPlaceholder(value) && !value.StartsWith('/') && !value.StartsWith("./", StringComparison.Ordinal) && !value.Contains("://", StringComparison.Ordinal)
        && value is not ("true" or "false" or "null" or "none" or "None" or "required" or "optional" or "string") && !value.StartsWith('{') && !value.StartsWith('[') && !value.StartsWith('|') && !value.StartsWith('>');

    // What somebody wrote to be replaced, or to be filled in.
    private static bool IsPlaceholder(string value) =>
        value.Contains("${", StringComparison.Ordinal) || value.Contains("{{", StringComparison.Ordinal) || value.StartsWith('$') || value.StartsWith('<') || value.StartsWith('%')
        || value.Trim('*', 'x', 'X', '.', '…') is "" || value.Contains("example", StringComparison.OrdinalIgnoreCase) || value.Contains("changeme", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("your", StringComparison.OrdinalIgnoreCase);

    private static string KindOf(string name) => name.Contains("pass", StringComparison.OrdinalIgnoreCase) || name.Contains("senha", StringComparison.OrdinalIgnoreCase) || name.Contains("pwd", StringComparison.OrdinalIgnoreCase) ? "password" : "credential";

    [GeneratedRegex(@"^\s*(-\s+)?(export\s+)?[""']?(?<name>[A-Za-z_][A-Za-z0-9_.-]{1,100})[""']?\s*[:=]\s*(?<value>.+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<value>-----BEGIN ([A-Z]+ )?PRIVATE KEY-----)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?<value>(AKIA|ASIA)[A-Z0-9]{16})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AwsKey();

    [GeneratedRegex(@"\b(?<value>(ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\b(?<value>xox[abprs]-[A-Za-z0-9-]{10,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SlackToken();

    [GeneratedRegex(@"(?<value>hooks\.slack\.com/services/T[A-Za-z0-9]+/B[A-Za-z0-9]+/[A-Za-z0-9]{10,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SlackWebhook();

    [GeneratedRegex(@"\b(?<value>sk-(ant-|proj-)?[A-Za-z0-9_-]{20,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ModelKey();

    [GeneratedRegex(@"\b(?<value>AIza[A-Za-z0-9_-]{35})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GoogleKey();

    [GeneratedRegex(@"\b(?<value>(sk|rk)_live_[A-Za-z0-9]{16,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StripeKey();

    [GeneratedRegex(@"\b(?<value>alc_[A-Za-z0-9_-]{20,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AlicerceToken();

    [GeneratedRegex(@"\b(?<value>eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonWebToken();

    [GeneratedRegex(@"[a-z][a-z0-9+.-]*://[^\s/:@""'<>]*:(?<value>[^\s/@""'<>]{3,})@", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}

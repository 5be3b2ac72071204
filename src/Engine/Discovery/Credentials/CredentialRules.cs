using System.Text.RegularExpressions;
using Alicerce.Engine.Projects;

namespace Alicerce.Engine.Discovery.Credentials;

/// <summary>
/// What a credential looks like: by itself, as keys and tokens of well-known makers do, or because a setting with such a name has a literal value. Names
/// decide in files of settings only: in code, <c>token = next()</c> is everyday.
/// </summary>
internal static partial class CredentialRules
{
    private const int LongestLine = 256 * 1024;
    private const int ShortestValue = 4;

    private static readonly (string Kind, Regex Looks)[] s_kinds =
    [
        ("private key", PrivateKey()), ("AWS access key", AwsKey()), ("GitHub token", GitHubToken()), ("Slack token", SlackToken()), ("Slack webhook", SlackWebhook()),
        ("key of a model provider", ModelKey()), ("Google key", GoogleKey()), ("Stripe key", StripeKey()), ("Alicerce token", AlicerceToken()), ("JSON web token", JsonWebToken()), ("password in an address", Address()), ("password in a connection string", ConnectionString()), ("password in a connection string", ConnectionStringBackwards()),
    ];

    private static readonly string[] s_settings = [".env", ".yml", ".yaml", ".json", ".toml", ".ini", ".conf", ".cfg", ".properties", ".config", ".xml", ".tfvars"];

    /// <summary>Each once; a reference such as <c>${DB_PASSWORD}</c> is none.</summary>
    public static IEnumerable<(string Kind, string? Name)> Find(string path, string line)
    {
        if (line.Length > LongestLine) line = line[..LongestLine];
        var byLooks = s_kinds.SelectMany(kind => kind.Looks.Matches(line).Select(match => (kind.Kind, Value: match.Groups["value"]))).Where(found => !IsPlaceholder(found.Value.Value)).ToList();
        var all = byLooks.Select(found => (found.Kind, Name: (string?)null));
        if (IsSettings(path))
            all = all.Concat(WrittenSettings.Of(line).Where(setting => CredentialNames.Fits(setting.Name) && IsLiteral(setting.Value) && !byLooks.Exists(found => IsWithin(found.Value, setting))).Select(setting => (KindOf(setting.Name), (string?)setting.Name)));
        return all.Distinct();
    }

    private static bool IsWithin(Group found, WrittenSetting setting) => found.Index < setting.At + setting.Value.Length + 2 && setting.At <= found.Index + found.Length;

    private static bool IsSettings(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith(".env", StringComparison.Ordinal) || Array.Exists(s_settings, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
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

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.-]*://[^\s/:@""'<>]*:(?<value>[^\s/@""'<>]{2,})@", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    // Another part beside the password is what makes it one: alone, a name decides in files of settings only.
    [GeneratedRegex(@"(?i)\b(server|data source|addr|address|host|hostname|user id|user|uid|username|database|initial catalog|endpoint|accountname)\s*=\s*[^;""'<>=]+;[^""'<>]*\b(password|pwd|accountkey|sharedaccesskey)\s*=\s*(?<value>[^;\s""'<>]{3,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@"(?i)\b(password|pwd|accountkey|sharedaccesskey)\s*=\s*(?<value>[^;\s""'<>]{3,})\s*;[^""'<>]*\b(server|data source|addr|address|host|hostname|user id|user|uid|username|database|initial catalog|endpoint|accountname)\s*=", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ConnectionStringBackwards();
}

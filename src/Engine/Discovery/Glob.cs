using System.Text;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Discovery;

/// <summary>
/// A path pattern: <c>*</c> is anything but <c>/</c>, <c>**</c> is anything, <c>?</c> is one character. Without a slash it matches a name
/// at any depth; a pattern that matches a folder matches all in it. Matching takes time linear in the path.
/// </summary>
public sealed class Glob
{
    private readonly Regex _regex;

    public Glob(string pattern)
    {
        Pattern = pattern;
        string trimmed = pattern.Trim().TrimEnd('/');
        if (trimmed.StartsWith("./", StringComparison.Ordinal)) trimmed = trimmed[2..];
        var regex = new StringBuilder(trimmed.Contains('/') ? "^" : "^(?:.*/)?");
        trimmed = trimmed.TrimStart('/');
        for (int i = 0; i < trimmed.Length; i++)
        {
            ReadOnlySpan<char> rest = trimmed.AsSpan(i);
            if (rest.StartsWith("**/")) (i, _) = (i + 2, regex.Append("(?:.*/)?"));
            else if (rest.StartsWith("**")) (i, _) = (i + 1, regex.Append(".*"));
            else if (rest[0] == '*') regex.Append("[^/]*");
            else if (rest[0] == '?') regex.Append("[^/]");
            else regex.Append(Regex.Escape(rest[..1].ToString()));
        }
        _regex = new Regex(regex.Append("(?:/.*)?$").ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    public string Pattern { get; }

    /// <param name="path">Relative, with <c>/</c> between segments.</param>
    public bool Matches(string path) => _regex.IsMatch(path);
}

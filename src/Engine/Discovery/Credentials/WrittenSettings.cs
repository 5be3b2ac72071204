using System.Text.RegularExpressions;

namespace Alicerce.Engine.Discovery.Credentials;

/// <summary>A name with a value in a line of a file of settings.</summary>
/// <param name="At">Where the value begins.</param>
internal readonly record struct WrittenSetting(string Name, string Value, int At);

/// <summary>
/// Finds names with their values however files of settings write them: <c>NAME=value</c> and <c>name: value</c> over the whole line, pairs of JSON and of YAML in
/// braces anywhere in it, and attributes and elements of XML, such as <c>&lt;add key="Password" value="…"/&gt;</c>.
/// </summary>
internal static partial class WrittenSettings
{
    public static IEnumerable<WrittenSetting> Of(string line)
    {
        var isMarkup = line.AsSpan().TrimStart().StartsWith("<");
        var found = Found(line, isMarkup ? [Added(), AddedBackwards(), Attribute(), Element(), NamedElement()] : [Pair(), InBraces()]).ToList();
        if (!isMarkup && Whole().Match(line) is { Success: true } whole && !found.Exists(setting => setting.At >= whole.Groups["value"].Index))
            found.Add(new WrittenSetting(whole.Groups["name"].Value, Unquoted(whole.Groups["value"].Value), whole.Groups["value"].Index));
        return found;
    }

    private static IEnumerable<WrittenSetting> Found(string line, Regex[] forms) => forms.SelectMany(form => form.Matches(line)).Where(match => !IsListed(line, match.Groups["name"].Value))
        .Select(match => new WrittenSetting(match.Groups["name"].Value, match.Groups["value"].Value, match.Groups["value"].Index));

    /// <summary>How an element of a list says what it is about; its value stands beside it.</summary>
    private static bool IsListed(string line, string name) => name.Equals("key", StringComparison.OrdinalIgnoreCase) && line.AsSpan().TrimStart().StartsWith("<");

    private static string Unquoted(string written)
    {
        var value = written.Trim().TrimEnd(',', ';').Trim();
        if (value.Length > 0 && value[0] is '"' or '\'') return value.IndexOf(value[0], 1) is > 0 and var end ? value[1..end] : value[1..];
        return value.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment ? value[..comment].TrimEnd() : value;
    }

    [GeneratedRegex(@"^\s*(-\s+)?(export\s+)?[""']?(?<name>[A-Za-z_][A-Za-z0-9_.-]{1,100})[""']?\s*[:=]\s*(?<value>.+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"""(?<name>[A-Za-z_][A-Za-z0-9_.:-]{1,100})""\s*:\s*""(?<value>([^""\\]|\\.)*)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();

    [GeneratedRegex(@"(^\s*\{|[^$]\{|,)\s*(?<name>[A-Za-z_][A-Za-z0-9_.-]{1,100})\s*[:=]\s*(""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s,{}""'\[\]]+))", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InBraces();

    [GeneratedRegex(@"\b([Kk]ey|[Nn]ame)\s*=\s*""(?<name>[^""]{1,100})""[^<>]*?\bvalue\s*=\s*""(?<value>[^""]*)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Added();

    [GeneratedRegex(@"\bvalue\s*=\s*""(?<value>[^""]*)""[^<>]*?\b([Kk]ey|[Nn]ame)\s*=\s*""(?<name>[^""]{1,100})""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AddedBackwards();

    [GeneratedRegex(@"\s(?<name>[A-Za-z_][A-Za-z0-9_.:-]{1,100})\s*=\s*(""(?<value>[^""<>]*)""|'(?<value>[^'<>]*)')", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"<(?<name>[A-Za-z_][A-Za-z0-9_.:-]{1,100})(\s[^<>]*)?>\s*(?<value>[^<>\s][^<>]*)</", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Element();

    [GeneratedRegex(@"\b[Nn]ame\s*=\s*""(?<name>[^""]{1,100})""[^<>]*>\s*(?<value>[^<>\s][^<>]*)</", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedElement();
}

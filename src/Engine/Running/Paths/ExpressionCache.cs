using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.XPath;

namespace Alicerce.Engine.Running.Paths;

/// <summary>
/// Paths, selectors and patterns read once a run. It stops growing at <see cref="MaxEntries"/> of a kind: a suite of any size stays in
/// bounded memory.
/// </summary>
internal sealed class ExpressionCache
{
    private const int MaxEntries = 2000;

    private readonly ConcurrentDictionary<string, (JsonPath? Path, string? Problem)> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Regex? Pattern, string? Problem)> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _xpaths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (CssQuery? Selector, string? Problem)> _selectors = new(StringComparer.Ordinal);

    public (JsonPath? Path, string? Problem) JsonPath(string? text) =>
        Known(_paths, text, t => Paths.JsonPath.TryParse(t, out var path, out var problem) ? (path, null) : (null, problem));

    public (Regex? Pattern, string? Problem) Pattern(string? text) =>
        Known(_patterns, text, t => UserPattern.TryParse(t, out var pattern, out var problem) ? (pattern, null) : (null, problem));

    /// <summary>What is wrong with an XPath; null when nothing is.</summary>
    public string? XPathProblem(string? text) => Known(_xpaths, text, CheckXPath);

    /// <summary>The selector without the attribute that may follow it.</summary>
    public (CssQuery? Selector, string? Problem) Css(string? text) =>
        Known(_selectors, text, t => CssQuery.TryParse(MarkupTree.SplitAttribute(t).Selector, out var selector, out var problem) ? (selector, null) : (null, problem));

    private static T Known<T>(ConcurrentDictionary<string, T> known, string? text, Func<string, T> read)
    {
        if (known.TryGetValue(text ?? "", out var value)) return value;
        value = read(text ?? "");
        if (known.Count < MaxEntries) known[text ?? ""] = value;
        return value;
    }

    private static string? CheckXPath(string text)
    {
        if (text.Length is 0 or > UserPattern.MaxLength) return $"an XPath of 1 to {UserPattern.MaxLength} characters is needed, for example //h1";
        try
        {
            _ = XPathExpression.Compile(text);
            return null;
        }
        catch (XPathException e)
        {
            return $"'{text}' is not an XPath: {e.Message}";
        }
    }
}

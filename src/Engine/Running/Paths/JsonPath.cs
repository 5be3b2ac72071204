using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Alicerce.Engine.Running.Paths;

/// <summary>
/// A JSON path after RFC 9535: names, indexes, wildcards, slices, descendants and filters with comparisons and existence tests; no functions.
/// Parsing and selecting are bounded, so neither a strange path nor a strange document can take long.
/// </summary>
internal sealed class JsonPath
{
    /// <summary>Longer paths are refused.</summary>
    public const int MaxLength = 1000;

    private readonly IReadOnlyList<PathSegment> _segments;

    internal JsonPath(IReadOnlyList<PathSegment> segments) => _segments = segments;

    /// <summary>Whether the path can name one place at most, so that its value is meant and not a list.</summary>
    public bool IsSingular => _segments.All(s => s is { Descends: false, Selectors: [NameSelector or IndexSelector] });

    /// <summary>Reads a path; <paramref name="problem"/> says what is wrong and where.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JsonPath? path, [NotNullWhen(false)] out string? problem)
    {
        path = null;
        if (string.IsNullOrEmpty(text)) problem = "a JSON path is missing; write for example $.items[0].id";
        else if (text.Length > MaxLength) problem = $"the JSON path is longer than {MaxLength} characters";
        else return new JsonPathParser(text).TryParse(out path, out problem);
        return false;
    }

    /// <summary>All places that the path names, in document order; at most <see cref="PathBudget.MaxNodes"/>.</summary>
    public List<JsonElement> Select(JsonElement root) => Select(root, root, new PathBudget());

    internal List<JsonElement> Select(JsonElement start, JsonElement root, PathBudget budget)
    {
        List<JsonElement> current = [start];
        foreach (var segment in _segments)
        {
            var next = new List<JsonElement>();
            foreach (var node in current) segment.Collect(node, root, next, budget);
            current = next;
            if (current.Count == 0) break;
        }
        return current;
    }
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Running.Paths;

/// <summary>Paths and patterns parsed once a run. It stops growing at <see cref="MaxEntries"/>: a suite of any size stays in bounded memory.</summary>
internal sealed class ExpressionCache
{
    private const int MaxEntries = 2000;

    private readonly ConcurrentDictionary<string, (JsonPath? Path, string? Problem)> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Regex? Pattern, string? Problem)> _patterns = new(StringComparer.Ordinal);

    public (JsonPath? Path, string? Problem) JsonPath(string? text)
    {
        if (_paths.TryGetValue(text ?? "", out var known)) return known;
        _ = Paths.JsonPath.TryParse(text, out var path, out var problem);
        if (_paths.Count < MaxEntries) _paths[text ?? ""] = (path, problem);
        return (path, problem);
    }

    public (Regex? Pattern, string? Problem) Pattern(string? text)
    {
        if (_patterns.TryGetValue(text ?? "", out var known)) return known;
        _ = UserPattern.TryParse(text, out var pattern, out var problem);
        if (_patterns.Count < MaxEntries) _patterns[text ?? ""] = (pattern, problem);
        return (pattern, problem);
    }
}

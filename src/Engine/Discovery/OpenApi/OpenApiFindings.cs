using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Gathers what is wrong with one document: each thing once, and not without end.</summary>
internal sealed class OpenApiFindings(string filePath)
{
    private const int Most = 300;

    private readonly Dictionary<string, Finding> _found = [];
    private readonly Dictionary<string, PositionedJson> _sources = [];
    private int _left;

    /// <summary>Makes the places of a document known; the first is the scanned file, the others are files that it refers to.</summary>
    public void AddSource(string path, PositionedJson source) => _sources[path] = source;

    public void Add(FindingSeverity severity, string code, string message, string hint, JsonNode? at, string? subject = null)
    {
        var (path, place) = PlaceOf(at);
        Add(severity, code, message, hint, path, place, subject);
    }

    public void Add(FindingSeverity severity, string code, string message, string hint, string path, SourceLocation place, string? subject = null)
    {
        var finding = new Finding
        {
            Code = code,
            Severity = severity,
            FilePath = path,
            Location = place,
            Message = message,
            Hint = hint,
            Subject = subject is { Length: > 200 } ? subject[..200] : subject,
        };
        if (_found.Count < Most)
            _found.TryAdd(finding.Id, finding);
        else if (!_found.ContainsKey(finding.Id))
            _left++;
    }

    /// <summary>Where that node, or its nearest ancestor that was read from a file, stands.</summary>
    public SourceLocation Locate(JsonNode? node) => PlaceOf(node).Place;

    public IReadOnlyList<Finding> All()
    {
        var all = _found.Values.OrderBy(f => f.FilePath, StringComparer.Ordinal).ThenBy(f => f.Location.Line).ThenBy(f => f.Location.Column).ToList();
        if (_left > 0)
        {
            all.Add(new Finding
            {
                Code = "openapi.more_findings",
                Severity = FindingSeverity.Info,
                FilePath = filePath,
                Message = $"{_left} more findings are not listed.",
                Hint = "Mend the ones above and scan again.",
            });
        }
        return all;
    }

    private (string Path, SourceLocation Place) PlaceOf(JsonNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            foreach (var (path, source) in _sources)
            {
                if (source.Has(node))
                    return (path, source.PlaceOf(node));
            }
        }
        return (filePath, new SourceLocation(1, 1));
    }
}

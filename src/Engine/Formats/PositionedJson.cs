using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Formats;

/// <summary>
/// A JSON tree, whichever format it was written in, that remembers where each value stood. The value of a property stands where its key
/// stands, because that is where a person looks. Nulls have no node in this tree: their place is that of their parent.
/// </summary>
public sealed class PositionedJson
{
    private readonly Dictionary<JsonNode, SourceLocation> _places;

    internal PositionedJson(JsonNode? root, Dictionary<JsonNode, SourceLocation> places, int lineCount)
    {
        Root = root;
        _places = places;
        LineCount = lineCount;
    }

    /// <summary>Null when the text is the literal <c>null</c> or an empty YAML document.</summary>
    public JsonNode? Root { get; }

    public int LineCount { get; }

    /// <summary>The place of that node of this tree, else of its nearest ancestor; line 1, column 1 for a foreign one.</summary>
    public SourceLocation PlaceOf(JsonNode? node)
    {
        for (; node is not null; node = node.Parent)
            if (_places.TryGetValue(node, out var place))
                return place;
        return new SourceLocation(1, 1);
    }

    /// <summary>Whether that very node was read here; nodes made or copied later were not.</summary>
    public bool Has(JsonNode node) => _places.ContainsKey(node);

    /// <summary>The place of the value at a JSON Pointer, else of the nearest part of the pointer that exists.</summary>
    public SourceLocation PlaceAt(string pointer)
    {
        var node = Root;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            if (JsonPointer.Step(node, segment) is not { } next)
                break;
            node = next;
        }
        return PlaceOf(node);
    }
}

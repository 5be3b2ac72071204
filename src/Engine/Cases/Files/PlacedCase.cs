using Alicerce.Engine.Discovery;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases.Files;

/// <summary>A case with the places of its parts in the file, for whoever finds a mistake that the file's own rules do not know.</summary>
public sealed class PlacedCase
{
    private readonly YamlNode _node;

    internal PlacedCase(TestCase @case, YamlNode node) => (Case, _node) = (@case, node);

    public TestCase Case { get; }

    /// <param name="path">Keys of the file and places in its lists, from 0: <c>["steps", 2, "asserts", 0]</c>.</param>
    /// <returns>Where the last part that the file has stands; the case itself when it has none of them.</returns>
    public SourceLocation PlaceOf(IEnumerable<object> path)
    {
        var (node, place) = (_node, new SourceLocation(_node.Line, _node.Column));
        foreach (object part in path)
        {
            if (part is string key && (node as YamlMap)?.Entries.FirstOrDefault(e => e.Key.Text == key) is { } entry)
                (node, place) = (entry.Value, new SourceLocation(entry.Key.Line, entry.Key.Column));
            else if (part is int index && node is YamlList list && index < list.Items.Count)
                (node, place) = (list.Items[index], new SourceLocation(list.Items[index].Line, list.Items[index].Column));
            else
                break;
        }
        return place;
    }
}

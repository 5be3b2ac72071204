using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alicerce.Engine.Formats;

/// <summary>Builds the tree from YamlDotNet's events, because its object model expands aliases without bound and loses the 1.2 types.</summary>
internal sealed class YamlTreeReader
{
    private sealed record Anchored(JsonNode? Node, int Nodes, int Height);

    private readonly Parser _parser;
    private readonly TreeBuilder _tree;
    private readonly Dictionary<AnchorName, Anchored?> _anchors = [];

    private YamlTreeReader(string text, TreeBuilder tree)
    {
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _tree = tree;
    }

    public static JsonNode? Read(string text, TreeBuilder tree)
    {
        var reader = new YamlTreeReader(text, tree);
        try
        {
            return reader.Document();
        }
        catch (YamlException wrong)
        {
            throw new ReadStopped("This is not YAML: " + Sentence(wrong), Place(wrong.Start));
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The library lets a few of these through on nonsense such as an escape beyond Unicode.
            throw new ReadStopped("This is not YAML: " + wrong.Message, Place(reader._parser.Current?.Start ?? Mark.Empty));
        }
    }

    private JsonNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;
        var (root, _, _) = Node(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            _tree.Warn("Only the first document of this file is read; move the next one to its own file.", Place(second.Start));
        return root;
    }

    private Anchored Node(int depth)
    {
        switch (_parser.Current ?? (_parser.MoveNext() ? _parser.Current : null))
        {
            case AnchorAlias alias:
                _parser.MoveNext();
                return Alias(alias, depth);
            case Scalar scalar:
                _parser.MoveNext();
                _tree.Count(Place(scalar.Start));
                var leaf = new Anchored(_tree.Placed(YamlScalar.Read(scalar, _tree), Place(scalar.Start)), Nodes: 1, Height: 0);
                return Remember(scalar.Anchor, leaf);
            case MappingStart start:
                return Remember(start.Anchor, Mapping(start, depth + 1));
            case SequenceStart start:
                return Remember(start.Anchor, Sequence(start, depth + 1));
            case var other:
                throw new ReadStopped("A value is missing here.", Place(other?.Start ?? Mark.Empty));
        }
    }

    private Anchored Mapping(MappingStart start, int depth)
    {
        Open(start, depth);
        var map = new JsonObject();
        var (nodes, height) = (1, 0);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = Place(_parser.Current!.Start);
            var key = Key(at);
            var value = Node(depth);
            _tree.Put(map, key, value.Node, at);
            nodes += value.Nodes;
            height = Math.Max(height, value.Height);
        }
        return new Anchored(_tree.Placed(map, Place(start.Start)), nodes, height + 1);
    }

    private string Key(SourceLocation at)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Alias(alias, depth: 0).Node is JsonValue value ? value.ToString() : throw new ReadStopped("A key must be a single value.", at);
        if (!_parser.TryConsume<Scalar>(out var scalar))
            throw new ReadStopped("A key must be a single value, not a mapping or a list.", at);
        if (scalar is { Value: "<<", Style: ScalarStyle.Plain })
            _tree.Warn("Merge keys ('<<') are not part of YAML 1.2 and are not followed; write the properties out.", at);
        Remember(scalar.Anchor, new Anchored(JsonValue.Create(scalar.Value), Nodes: 1, Height: 0));
        return scalar.Value;
    }

    private Anchored Sequence(SequenceStart start, int depth)
    {
        Open(start, depth);
        var list = new JsonArray();
        var (nodes, height) = (1, 0);
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var value = Node(depth);
            list.Add(value.Node);
            nodes += value.Nodes;
            height = Math.Max(height, value.Height);
        }
        return new Anchored(_tree.Placed(list, Place(start.Start)), nodes, height + 1);
    }

    private void Open(NodeEvent start, int depth)
    {
        _parser.MoveNext();
        _tree.Count(Place(start.Start));
        _tree.CheckDepth(depth, Place(start.Start));
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = null;
    }

    private Anchored Remember(AnchorName anchor, Anchored value)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor] = value;
        return value;
    }

    /// <summary>A copy of what the anchor named, paid for from the same limits as if it had been written out.</summary>
    private Anchored Alias(AnchorAlias alias, int depth)
    {
        var place = Place(alias.Start);
        if (!_anchors.TryGetValue(alias.Value, out var target))
            throw new ReadStopped($"No anchor '&{TreeBuilder.Shown(alias.Value.Value)}' comes before this alias.", place);
        if (target is null)
            throw new ReadStopped($"The alias '*{TreeBuilder.Shown(alias.Value.Value)}' stands inside the value that it names.", place);
        _tree.Count(place, target.Nodes);
        _tree.CheckDepth(depth + target.Height, place);
        return target with { Node = _tree.Placed(target.Node?.DeepClone(), place) };
    }

    private static SourceLocation Place(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Sentence(YamlException wrong)
    {
        var message = wrong.Message;
        var end = message.IndexOf("): ", StringComparison.Ordinal);
        return message.StartsWith("(Line", StringComparison.Ordinal) && end >= 0 ? message[(end + 3)..] : message;
    }
}

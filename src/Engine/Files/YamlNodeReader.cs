using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alicerce.Engine.Files;

/// <summary>
/// Reads one YAML document into nodes that know their place. It never throws: what is wrong goes to the log and costs the document.
/// Depth and number of nodes are bounded, aliases counted as often as they are used.
/// </summary>
internal sealed class YamlNodeReader
{
    public const int MaxDepth = 64, MaxNodes = 200_000;

    private readonly Parser _parser;
    private readonly ProblemLog _log;
    private readonly int _lineOffset;
    private readonly Dictionary<string, YamlNode> _anchors = [];
    private int _nodes;

    /// <summary>Start of the last node that could be read: where a person looks when the library does not say where it stopped.</summary>
    private Mark _last = new(0, 1, 1);

    private YamlNodeReader(string text, ProblemLog log, int lineOffset)
    {
        _parser = new Parser(new StringReader(text));
        _log = log;
        _lineOffset = lineOffset;
    }

    /// <returns>The document's root; null when it is empty or broken (the log then has an error).</returns>
    /// <param name="text">The document.</param>
    /// <param name="log">Where problems go.</param>
    /// <param name="lineOffset">Lines of the file before the text.</param>
    public static YamlNode? Read(string text, ProblemLog log, int lineOffset = 0)
    {
        var reader = new YamlNodeReader(text, log, lineOffset);
        try
        {
            return reader.ReadDocument();
        }
        catch (BoundReachedException bound)
        {
            log.Error(bound.Line + lineOffset, bound.Column, bound.Message, "Split it into smaller parts.");
        }
        catch (YamlException e)
        {
            Mark at = e.End.Line > reader._last.Line ? e.End : reader._last;
            log.Error(reader.LineOf(at), ColumnOf(at), $"This is not valid YAML: {Sentence(e.Message)}", "Check indentation, quotes and brackets around here.");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException or FormatException or IndexOutOfRangeException)
        {
            log.Error(reader.LineOf(reader._last), ColumnOf(reader._last), "This is not valid YAML.", "Check indentation, quotes and brackets.");
        }
        return null;
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            return null;
        _parser.Consume<DocumentStart>();
        YamlNode root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            _log.Error(LineOf(second.Start), ColumnOf(second.Start), "A second document starts here; a file holds one.", "Move it to a file of its own.");
            return null;
        }
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        ParsingEvent next = _parser.Current ?? throw new InvalidOperationException("The document ended early.");
        if (depth > MaxDepth)
            throw new BoundReachedException($"Nested more than {MaxDepth} levels deep.", next.Start);
        _last = next.Start;
        switch (next)
        {
            case AnchorAlias alias:
                return ReadAlias(alias);
            case Scalar scalar:
                _parser.MoveNext();
                Count(1, scalar.Start);
                bool plain = scalar.Style == ScalarStyle.Plain && !IsStringTag(scalar.Tag);
                return Keep(scalar.Anchor, new YamlScalar(scalar.Value, plain, LineOf(scalar.Start), ColumnOf(scalar.Start)));
            case SequenceStart list:
                return Keep(list.Anchor, ReadList(list, depth));
            case MappingStart map:
                return Keep(map.Anchor, ReadMap(map, depth));
            default:
                throw new InvalidOperationException("A value is missing.");
        }
    }

    private YamlList ReadList(SequenceStart start, int depth)
    {
        _parser.MoveNext();
        Count(1, start.Start);
        var items = new List<YamlNode>();
        int size = 1;
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            YamlNode item = ReadNode(depth + 1);
            size += item.Size;
            items.Add(item);
        }
        return new YamlList(items, LineOf(start.Start), ColumnOf(start.Start)) { Size = size };
    }

    private YamlMap ReadMap(MappingStart start, int depth)
    {
        _parser.MoveNext();
        Count(1, start.Start);
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, int>();
        int size = 1;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            YamlNode key = ReadNode(depth + 1);
            YamlNode value = ReadNode(depth + 1);
            size += key.Size + value.Size;
            if (key is not YamlScalar name)
                _log.Error(key, $"A key must be a text, not {key.Kind}.");
            else if (seen.TryAdd(name.Text, name.Line))
                entries.Add(new YamlEntry(name, value));
            else
                _log.Error(name, $"The key '{name.Text}' is given twice.", $"It stands already on line {seen[name.Text]}; keep one of the two.");
        }
        return new YamlMap(entries, LineOf(start.Start), ColumnOf(start.Start)) { Size = size };
    }

    private YamlNode ReadAlias(AnchorAlias alias)
    {
        _parser.MoveNext();
        if (_anchors.TryGetValue(alias.Value.Value, out YamlNode? node))
        {
            Count(node.Size, alias.Start);
            return node;
        }
        _log.Error(LineOf(alias.Start), ColumnOf(alias.Start), $"Nothing before this is anchored as '&{alias.Value.Value}'.", "Anchors work inside one document, in a case file inside one case.");
        return new YamlScalar("", Plain: true, LineOf(alias.Start), ColumnOf(alias.Start));
    }

    private YamlNode Keep(AnchorName anchor, YamlNode node)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = node;
        return node;
    }

    private void Count(int nodes, Mark at)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
            throw new BoundReachedException($"More than {MaxNodes} values, aliases included.", at);
    }

    private int LineOf(Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue - _lineOffset) + _lineOffset;

    private static int ColumnOf(Mark mark) => (int)Math.Clamp(mark.Column, 1, int.MaxValue);

    private static bool IsStringTag(TagName tag) => !tag.IsEmpty && tag.Value is "!" or "tag:yaml.org,2002:str";

    private static string Sentence(string message) =>
        message.Length == 0 ? "it cannot be read." : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.') + ".";

    /// <summary>Inside this class only: ends the reading of a document that is larger than it may be.</summary>
    private sealed class BoundReachedException(string message, Mark at) : Exception(message)
    {
        public int Line { get; } = (int)Math.Clamp(at.Line, 1, int.MaxValue / 2);

        public int Column { get; } = ColumnOf(at);
    }
}

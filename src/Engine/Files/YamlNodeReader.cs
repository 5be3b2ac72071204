using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alicerce.Engine.Files;

/// <summary>
/// Reads one YAML document into nodes that know their place: the only reader of YAML values in the engine. It never throws: what is wrong
/// goes to the log. Length, depth and number of nodes are bounded, aliases counted as if they were written out.
/// </summary>
internal sealed class YamlNodeReader
{
    private const string CoreTags = "tag:yaml.org,2002:";

    private readonly Parser _parser;
    private readonly ProblemLog _log;
    private readonly YamlLimits _limits;
    private readonly int _lineOffset;

    /// <summary>What the anchors name; null while the value that one names is still being read.</summary>
    private readonly Dictionary<AnchorName, YamlNode?> _anchors = [];
    private int _nodes;

    /// <summary>Start of the last node that could be read: where a person looks when the library does not say where it stopped.</summary>
    private Mark _last = new(0, 1, 1);

    private YamlNodeReader(string text, ProblemLog log, YamlLimits limits, int lineOffset)
    {
        _parser = new Parser(new StringReader(text));
        (_log, _limits, _lineOffset) = (log, limits, lineOffset);
    }

    /// <returns>The document's root; null when it is empty or cannot be read to its end (the log then has an error).</returns>
    /// <param name="text">The document.</param>
    /// <param name="log">Where problems go.</param>
    /// <param name="limits">What ends the reading; by default those of files that a person writes.</param>
    /// <param name="lineOffset">Lines of the file before the text.</param>
    public static YamlNode? Read(string text, ProblemLog log, YamlLimits? limits = null, int lineOffset = 0)
    {
        var reader = new YamlNodeReader(text, log, limits ?? YamlLimits.Handwritten, lineOffset);
        try
        {
            if (text.Length > reader._limits.Length)
                throw new BoundReachedException($"This file has more than {reader._limits.Length} characters.", reader._last);
            return reader.ReadDocument();
        }
        catch (BoundReachedException bound)
        {
            reader.Error(bound.At, bound.Message, "Split it into smaller parts, or use fewer aliases.");
        }
        catch (YamlException e) when (TabIn(text, reader._last.Line, Math.Max(reader._last.Line, e.Start.Line) + 1) is { } tab)
        {
            reader.Error(tab, "Tabs are not allowed for indentation.", "Use spaces.");
        }
        catch (YamlException e)
        {
            reader.Error(e.Start.Index > reader._last.Index ? e.Start : reader._last, $"This is not YAML: {Sentence(e.Message)}", "Check indentation, quotes and brackets around here.");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException or FormatException or IndexOutOfRangeException)
        {
            // The library lets a few of these through on nonsense such as an escape beyond Unicode.
            reader.Error(reader._last, "This is not YAML.", "Check indentation, quotes and brackets.");
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
            _log.Warning(LineOf(second.Start), ColumnOf(second.Start), "Only the first document of this file is read.", "Move the next one to a file of its own.");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        ParsingEvent next = _parser.Current ?? throw new InvalidOperationException("The document ended early.");
        _last = next.Start;
        _parser.MoveNext();
        switch (next)
        {
            case AnchorAlias alias:
                return ReadAlias(alias, depth);
            case Scalar scalar:
                Count(1, scalar.Start);
                return Keep(scalar.Anchor, new YamlScalar(scalar.Value, IsTypedByLook(scalar), LineOf(scalar.Start), ColumnOf(scalar.Start)));
            case SequenceStart list:
                Open(list, depth + 1);
                return Keep(list.Anchor, ReadList(list, depth + 1));
            case MappingStart map:
                Open(map, depth + 1);
                return Keep(map.Anchor, ReadMap(map, depth + 1));
            default:
                throw new InvalidOperationException("A value is missing.");
        }
    }

    private YamlList ReadList(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth));
        return new YamlList(items, LineOf(start.Start), ColumnOf(start.Start));
    }

    private YamlMap ReadMap(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new KeyLines();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            YamlNode key = ReadNode(depth);
            // The library loses what follows such a key, and takes the next key for it.
            if (key is YamlScalar { Plain: true, Text: "" })
                throw new YamlException(_last, _last, "a key is missing before the colon.");
            YamlNode value = ReadNode(depth);
            if (key is not YamlScalar name)
                _log.Error(key, $"A key must be a text, not {key.Kind}.");
            else if (seen.Earlier(name, entries) is { } line)
                _log.Error(name, $"The key '{Short(name.Text)}' is given twice.", $"It stands already on line {line}; keep one of the two.");
            else
                entries.Add(new YamlEntry(name, value));
            if (key is YamlScalar { Plain: true, Text: "<<" })
                _log.Warning(key, "Merge keys ('<<') are not part of YAML 1.2 and are not followed; write the properties out.");
        }
        return new YamlMap(entries, LineOf(start.Start), ColumnOf(start.Start));
    }

    /// <summary>What the anchor names, standing where the alias stands and paid for as if it had been written out there.</summary>
    private YamlNode ReadAlias(AnchorAlias alias, int depth)
    {
        YamlNode node = _anchors.GetValueOrDefault(alias.Value) ?? NothingFor(alias);
        Count(node.Size, alias.Start);
        CheckDepth(depth + node.Height, alias.Start);
        return node with { Line = LineOf(alias.Start), Column = ColumnOf(alias.Start) };
    }

    private YamlScalar NothingFor(AnchorAlias alias)
    {
        string name = Short(alias.Value.Value);
        if (_anchors.ContainsKey(alias.Value))
            Error(alias.Start, $"The alias '*{name}' stands inside the value that it names.", "Write out what it should repeat.");
        else
            Error(alias.Start, $"No anchor '&{name}' comes before this alias.", "Anchors work inside one document, in a case file inside one case.");
        return new YamlScalar("", Plain: true);
    }

    private void Open(NodeEvent start, int depth)
    {
        Count(1, start.Start);
        CheckDepth(depth, start.Start);
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = null;
    }

    private YamlNode Keep(AnchorName anchor, YamlNode node)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor] = node;
        return node;
    }

    private void Count(int nodes, Mark at)
    {
        _nodes += nodes;
        if (_nodes > _limits.Nodes)
            throw new BoundReachedException($"More than {_limits.Nodes} values, aliases included.", at);
    }

    private void CheckDepth(int depth, Mark at)
    {
        if (depth > _limits.Depth)
            throw new BoundReachedException($"Nested more than {_limits.Depth} levels deep.", at);
    }

    /// <summary>Unquoted, or tagged as one of the types that the look tells; any other tag makes a text.</summary>
    private bool IsTypedByLook(Scalar scalar)
    {
        string tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag is not ("" or "!" or CoreTags + "str" or CoreTags + "int" or CoreTags + "float" or CoreTags + "bool" or CoreTags + "null"))
            _log.Warning(LineOf(scalar.Start), ColumnOf(scalar.Start), $"The tag '{Short(tag)}' is not known; the value is read as text.");
        return tag is "" ? scalar.Style == ScalarStyle.Plain : tag is CoreTags + "int" or CoreTags + "float" or CoreTags + "bool" or CoreTags + "null";
    }

    private void Error(Mark at, string message, string hint) => _log.Error(LineOf(at), ColumnOf(at), message, hint);

    private int LineOf(Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue - _lineOffset) + _lineOffset;

    private static int ColumnOf(Mark mark) => (int)Math.Clamp(mark.Column, 1, int.MaxValue);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    /// <summary>The first tab among the blanks that begin one of these lines.</summary>
    private static Mark? TabIn(string text, long firstLine, long lastLine)
    {
        var (line, start) = (0, 0);
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> found = text.AsSpan()[range];
            ReadOnlySpan<char> blanks = found[..(found.Length - found.TrimStart(" \t").Length)];
            if (++line >= firstLine && line <= lastLine && blanks.Length < found.Length && blanks.IndexOf('\t') is >= 0 and var at)
                return new Mark(start + at, line, at + 1);
            start += found.Length + 1;
        }
        return null;
    }

    private static string Sentence(string message) =>
        message.Length == 0 ? "it cannot be read." : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.') + ".";

    /// <summary>Where the keys of a map stand: looked through while they are few, as nearly always, and indexed when they become many.</summary>
    private struct KeyLines()
    {
        private const int Few = 16;
        private Dictionary<string, int>? _lines;

        /// <returns>The line of an earlier key of this name; null when this is the first.</returns>
        public int? Earlier(YamlScalar key, List<YamlEntry> entries)
        {
            if (entries.Count < Few)
            {
                foreach (YamlEntry entry in entries)
                    if (entry.Key.Text == key.Text) return entry.Key.Line;
                return null;
            }
            _lines ??= entries.ToDictionary(entry => entry.Key.Text, entry => entry.Key.Line);
            return _lines.TryAdd(key.Text, key.Line) ? null : _lines[key.Text];
        }
    }

    /// <summary>Inside this class only: ends the reading of a document that is larger than it may be.</summary>
    private sealed class BoundReachedException(string message, Mark at) : Exception(message)
    {
        public Mark At { get; } = at;
    }
}

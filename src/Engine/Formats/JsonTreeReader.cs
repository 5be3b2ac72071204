using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Formats;

/// <summary>Builds the tree from System.Text.Json's tokens, because its own nodes neither know their place nor refuse a key that is there twice.</summary>
internal ref struct JsonTreeReader
{
    private readonly LineIndex _lines;
    private readonly TreeBuilder _tree;
    private Utf8JsonReader _reader;

    private JsonTreeReader(ReadOnlySpan<byte> text, ReadLimits limits, TreeBuilder tree)
    {
        _lines = new LineIndex(text);
        _tree = tree;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
    }

    public static JsonNode? Read(ReadOnlySpan<byte> text, ReadLimits limits, TreeBuilder tree)
    {
        var reader = new JsonTreeReader(text, limits, tree);
        try
        {
            reader._reader.Read();
            var root = reader.Value(reader.Here);
            reader._reader.Read();
            return root;
        }
        catch (JsonException wrong)
        {
            throw new ReadStopped(Sentence(wrong), new SourceLocation((int)(wrong.LineNumber ?? 0) + 1, (int)(wrong.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            throw new ReadStopped("This text is not valid Unicode (half a surrogate pair, or bytes that are not UTF-8).", reader.Here);
        }
    }

    private SourceLocation Here => _lines.PlaceOf(_reader.TokenStartIndex);

    private JsonNode? Value(SourceLocation place)
    {
        _tree.Count(place);
        return _tree.Placed(_reader.TokenType switch
        {
            JsonTokenType.StartObject => Map(),
            JsonTokenType.StartArray => List(),
            JsonTokenType.String => JsonValue.Create(_reader.GetString()),
            JsonTokenType.Number => _tree.Number(Encoding.UTF8.GetString(_reader.ValueSpan)),
            JsonTokenType.True => JsonValue.Create(value: true),
            JsonTokenType.False => JsonValue.Create(value: false),
            _ => null,
        }, place);
    }

    private JsonObject Map()
    {
        var map = new JsonObject();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var place = Here;
            var key = _reader.GetString()!;
            _reader.Read();
            _tree.Put(map, key, Value(place), place);
        }
        return map;
    }

    private JsonArray List()
    {
        var list = new JsonArray();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            list.Add(Value(Here));
        return list;
    }

    // The library's message ends with the position, which we tell in our own form.
    private static string Sentence(JsonException wrong)
    {
        var end = wrong.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return "This is not JSON: " + (end < 0 ? wrong.Message : wrong.Message[..end]);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Formats;

/// <summary>JSON values as YAML and back. Numbers keep the digits that were written.</summary>
internal static class YamlJson
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON nests less deep than YAML files may, because it stands inside of one.</summary>
    private static readonly JsonDocumentOptions Documents = new() { MaxDepth = YamlLimits.Handwritten.Depth - 12 };

    /// <summary>The JSON text of a node, without spaces.</summary>
    public static string ToText(YamlNode node) => ToJson(node)?.ToJsonString(Compact) ?? "null";

    /// <returns>The value; null for YAML's null.</returns>
    public static JsonNode? ToJson(YamlNode node) => Placed(node, PlaceOf(node), tree: null);

    /// <summary>The same with places: a property stands where its key stands.</summary>
    public static JsonNode? ToJson(YamlNode node, TreeBuilder tree) => Placed(node, PlaceOf(node), tree);

    private static JsonNode? Placed(YamlNode node, SourceLocation place, TreeBuilder? tree)
    {
        switch (node)
        {
            case YamlMap map:
                var properties = new JsonObject();
                foreach (YamlEntry entry in map.Entries)
                    properties.Add(entry.Key.Text, Placed(entry.Value, PlaceOf(entry.Key), tree));
                return tree is null ? properties : tree.Placed(properties, place);
            case YamlList list:
                var items = new JsonArray([.. list.Items.Select(item => Placed(item, PlaceOf(item), tree))]);
                return tree is null ? items : tree.Placed(items, place);
            default:
                JsonNode? value = Scalar((YamlScalar)node, tree);
                return tree is null ? value : tree.Placed(value, place);
        }
    }

    private static JsonNode? Scalar(YamlScalar scalar, TreeBuilder? tree)
    {
        if (scalar.IsNull)
            return null;
        if (scalar.Plain && YamlScalars.AsBool(scalar.Text) is { } flag)
            return JsonValue.Create(flag);
        if (scalar.Plain && YamlScalars.JsonNumber(scalar.Text) is { } number)
            return tree is null ? TreeBuilder.NumberOf(number) : tree.Number(number);
        if (scalar.Plain && YamlScalars.IsInfinityOrNaN(scalar.Text))
            tree?.Warn($"JSON has no value for '{scalar.Text}'; it is read as text.", PlaceOf(scalar));
        return JsonValue.Create(scalar.Text);
    }

    private static SourceLocation PlaceOf(YamlNode node) => new(node.Line, node.Column);

    /// <returns>The same value as YAML; null when the text is no JSON, or JSON that YAML cannot carry (repeated or very long keys, endless numbers, great depth).</returns>
    public static YamlNode? TryParse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Documents);
            return FromElement(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // a lone surrogate in an escape
        }
    }

    private static YamlNode? FromElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var entries = new List<YamlEntry>();
                var seen = new HashSet<string>();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    if (property.Name.Length > YamlText.MaxKeyLength || !seen.Add(property.Name) || FromElement(property.Value) is not { } value)
                        return null;
                    entries.Add(new YamlEntry(new YamlScalar(property.Name, Plain: false), value));
                }
                return new YamlMap(entries);
            case JsonValueKind.Array:
                var items = new List<YamlNode>();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (FromElement(item) is not { } value)
                        return null;
                    items.Add(value);
                }
                return new YamlList(items) { Inline = items.TrueForAll(i => i is YamlScalar) };
            case JsonValueKind.String:
                return new YamlScalar(element.GetString()!, Plain: false);
            case JsonValueKind.Number when YamlScalars.JsonNumber(element.GetRawText()) is null:
                return null; // more digits than the reader takes for a number
            default:
                return new YamlScalar(element.GetRawText(), Plain: true);
        }
    }
}

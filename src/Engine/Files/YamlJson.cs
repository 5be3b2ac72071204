using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alicerce.Engine.Files;

/// <summary>JSON values as YAML and back. Numbers keep the digits that were written.</summary>
internal static class YamlJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Documents = new() { MaxDepth = YamlNodeReader.MaxDepth };

    /// <summary>The JSON text of a node, without spaces.</summary>
    public static string ToText(YamlNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Compact))
            Write(writer, node);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    /// <returns>The value; null for YAML's null.</returns>
    public static JsonNode? ToJson(YamlNode node) => JsonNode.Parse(ToText(node), documentOptions: Documents);

    /// <returns>The same value as YAML; null when the text is no JSON, or JSON that YAML cannot carry (repeated, very long or very deep keys).</returns>
    public static YamlNode? TryParse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Documents with { MaxDepth = YamlNodeReader.MaxDepth - 16 });
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

    private static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlMap map:
                writer.WriteStartObject();
                foreach (YamlEntry entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key.Text);
                    Write(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
            case YamlList list:
                writer.WriteStartArray();
                foreach (YamlNode item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case YamlScalar { IsNull: true }:
                writer.WriteNullValue();
                break;
            case YamlScalar { Plain: true } scalar when YamlScalars.AsBool(scalar.Text) is { } flag:
                writer.WriteBooleanValue(flag);
                break;
            case YamlScalar { Plain: true } scalar when YamlScalars.IsJsonNumber(scalar.Text):
                writer.WriteRawValue(scalar.Text);
                break;
            case YamlScalar scalar:
                writer.WriteStringValue(scalar.Text);
                break;
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
                return new YamlMap(entries) { Size = 1 + entries.Sum(e => 1 + e.Value.Size) };
            case JsonValueKind.Array:
                var items = new List<YamlNode>();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (FromElement(item) is not { } value)
                        return null;
                    items.Add(value);
                }
                return new YamlList(items) { Inline = items.TrueForAll(i => i is YamlScalar), Size = 1 + items.Sum(i => i.Size) };
            case JsonValueKind.String:
                return new YamlScalar(element.GetString()!, Plain: false);
            default:
                return new YamlScalar(element.GetRawText(), Plain: true);
        }
    }
}

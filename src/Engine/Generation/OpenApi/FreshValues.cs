using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>
/// An operation that can answer "conflict" keeps something unique, and what the document has for it works once only: each run brings its own.
/// That is an address, and where something is made the name that it goes by.
/// </summary>
internal static class FreshValues
{
    private const string Conflict = "409", Created = "201", Fresh = "{{$timestamp}}-{{$seq}}";

    /// <summary>What <see cref="Fresh"/> and a hyphen become at most.</summary>
    private const int Room = 20;

    /// <summary>Longer names than this are refused by many without a word in the document.</summary>
    private const int LongestName = 64;

    /// <summary>Words of which any value is a good one; a code or a country is not.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "name", "nome", "title", "titulo", "username", "user_name", "login", "slug" };

    public static JsonNode? In(JsonNode? body, ApiOperation operation, GenerationContext context)
    {
        if (body is not JsonObject fields || !operation.Responses.ContainsKey(Conflict)) return body;
        var properties = operation.Responses.ContainsKey(Created) ? PropertiesOf(operation, context) : [];
        foreach (var (name, text) in fields.Select(p => (p.Key, LocatedSchema.Text(p.Value) ?? "")).ToList())
        {
            if (text.Contains('@')) fields[name] = $"test{Fresh}@example.com";
            else if (Names.Contains(name) && properties.GetValueOrDefault(name) is { } schema && TakesAnything(schema, text.Length + Room)) fields[name] = $"{text}-{Fresh}";
        }
        return fields;
    }

    private static Dictionary<string, LocatedSchema> PropertiesOf(ApiOperation operation, GenerationContext context)
    {
        var reader = context.Schemas.Reader;
        if (reader.Find(OperationInput.JsonMedia(operation)?.Schema) is not { } found || reader.Fold(found.Schema, found.Document, []) is not { } body) return [];
        return body.Properties.Select(p => (p.Key, Schema: reader.Fold(p.Value, body.Document, []))).Where(p => p.Schema is not null).ToDictionary(p => p.Key, p => p.Schema!);
    }

    private static bool TakesAnything(LocatedSchema schema, int length) =>
        schema.Type == "string" && length <= (schema.Number("maxLength") ?? LongestName)
        && !schema.Schema.ContainsKey("enum") && !schema.Schema.ContainsKey("const") && !schema.Schema.ContainsKey("format") && !schema.Schema.ContainsKey("pattern");
}

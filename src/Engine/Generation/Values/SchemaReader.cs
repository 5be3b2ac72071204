using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Generation.Values;

/// <summary>A schema with the document it is in, which is the base of the references inside it.</summary>
internal sealed record LocatedSchema(JsonObject Schema, string Document)
{
    /// <summary>The first type that is not null: <c>["string","null"]</c> reads as string. Inferred where the schema only implies it.</summary>
    public string? Type => Schema["type"] switch
    {
        JsonArray several => several.Select(Text).FirstOrDefault(t => t is not null and not "null"),
        JsonValue one => Text(one),
        _ => Schema.ContainsKey("properties") ? "object" : Schema.ContainsKey("items") ? "array" : null,
    };

    public IEnumerable<string> Required => Schema["required"] is JsonArray names ? names.Select(Text).OfType<string>() : [];

    public IEnumerable<KeyValuePair<string, JsonNode?>> Properties => Schema["properties"] as JsonObject ?? Enumerable.Empty<KeyValuePair<string, JsonNode?>>();

    public static string? Text(JsonNode? node) => node is JsonValue v && v.TryGetValue<string>(out var s) ? s : null;

    public bool Flag(string keyword) => Schema[keyword] is JsonValue v && v.TryGetValue<bool>(out var b) && b;

    public decimal? Number(string keyword) => Schema[keyword] is JsonValue v ? ReadDecimal(v) : null;

    private static decimal? ReadDecimal(JsonValue value)
    {
        if (value.TryGetValue<decimal>(out var m)) return m;
        if (value.TryGetValue<long>(out var l)) return l;
        if (value.TryGetValue<int>(out var i)) return i;
        return value.TryGetValue<double>(out var d) && Math.Abs(d) < 1e27 ? (decimal)d : null;
    }
}

/// <summary>Finds schemas by reference and folds <c>$ref</c>, <c>allOf</c> and the first branch of <c>oneOf</c>/<c>anyOf</c> into one object.</summary>
internal sealed class SchemaReader(ISchemaDocuments documents)
{
    private const int MaxHops = 32;

    public LocatedSchema? Find(SchemaRef? reference) => reference is null ? null : Resolve(reference.Ref, "");

    /// <summary>The schema behind <paramref name="node"/> with combinators folded in; null for a broken reference or the schema <c>false</c>.</summary>
    /// <param name="node">A schema as written.</param>
    /// <param name="document">The document it is in.</param>
    /// <param name="seen">References followed so far on this path; what is met again is a cycle.</param>
    public LocatedSchema? Fold(JsonNode? node, string document, HashSet<string> seen)
    {
        if (node is JsonValue v && v.TryGetValue<bool>(out var allowed)) return allowed ? new LocatedSchema([], document) : null;
        if (node is not JsonObject schema) return null;
        if (seen.Count > MaxHops) return null;
        var folded = new LocatedSchema([], document);
        if (LocatedSchema.Text(schema["$ref"]) is { } reference)
        {
            var id = Absolute(reference, document);
            if (!seen.Add(id) || Resolve(reference, document) is not { } target) return null;
            if (Fold(target.Schema, target.Document, seen) is not { } inner) return null;
            folded = inner;
        }
        foreach (var branch in Branches(schema))
        {
            if (Fold(branch, document, seen) is not { } inner) return null;
            folded = Merge(folded, inner.Schema, inner.Document);
        }
        return Merge(folded, schema, folded.Schema.Count == 0 ? document : folded.Document);
    }

    private static IEnumerable<JsonNode?> Branches(JsonObject schema)
    {
        if (schema["allOf"] is JsonArray all)
        {
            foreach (var branch in all) yield return branch;
        }
        if (schema["oneOf"] is JsonArray { Count: > 0 } one) yield return FirstReal(one);
        if (schema["anyOf"] is JsonArray { Count: > 0 } any) yield return FirstReal(any);
    }

    /// <summary>"Null or a thing" is written as a choice too; the thing is the better example.</summary>
    private static JsonNode? FirstReal(JsonArray branches) => branches.FirstOrDefault(b => LocatedSchema.Text(b?["type"]) != "null") ?? branches[0];

    private static LocatedSchema Merge(LocatedSchema target, JsonObject source, string document)
    {
        var merged = (JsonObject)target.Schema.DeepClone();
        foreach (var (name, value) in source)
        {
            if (name is "$ref" or "allOf" or "oneOf" or "anyOf") continue;
            if (name == "properties" && merged["properties"] is JsonObject old && value is JsonObject added)
            {
                foreach (var (key, property) in added) old[key] = property?.DeepClone();
            }
            else if (name == "required" && merged["required"] is JsonArray before && value is JsonArray more)
            {
                foreach (var item in more) before.Add(item?.DeepClone());
            }
            else
            {
                merged[name] = value?.DeepClone();
            }
        }
        return new LocatedSchema(merged, document);
    }

    private static string Absolute(string reference, string document) => reference.StartsWith('#') ? document + reference : reference;

    private LocatedSchema? Resolve(string reference, string document)
    {
        var absolute = Absolute(reference, document);
        var hash = absolute.IndexOf('#');
        var path = hash < 0 ? absolute : absolute[..hash];
        var node = documents.Find(path);
        if (hash >= 0)
        {
            foreach (var segment in absolute[(hash + 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries)) node = Step(node, segment);
        }
        return node switch
        {
            JsonObject found => new LocatedSchema(found, path),
            JsonValue v when v.TryGetValue<bool>(out var any) && any => new LocatedSchema([], path),
            _ => null,
        };
    }

    private static JsonNode? Step(JsonNode? node, string segment)
    {
        var name = Uri.UnescapeDataString(segment).Replace("~1", "/").Replace("~0", "~");
        return node switch
        {
            JsonObject o => o[name],
            JsonArray a when int.TryParse(name, out var i) && i >= 0 && i < a.Count => a[i],
            _ => null,
        };
    }
}

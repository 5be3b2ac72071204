using System.Globalization;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Generation.Values;

/// <summary>JSON values that a schema accepts as a request: examples first, then what type, format and bounds ask for.</summary>
internal sealed class SchemaValueFactory(ISchemaDocuments documents)
{
    private const int MaxDepth = 8, MaxItems = 50;

    public SchemaReader Reader { get; } = new(documents);

    /// <param name="schema">Where the schema is.</param>
    /// <param name="random">For values that are not fixed.</param>
    /// <param name="requiredOnly">Leaves optional properties out, and with them examples of whole objects.</param>
    /// <returns>Null when no value was found: a broken or endless reference, a pattern outside the subset.</returns>
    public JsonNode? Valid(SchemaRef? schema, Random random, bool requiredOnly = false)
    {
        var found = Reader.Find(schema);
        return found is null ? null : Value(found.Schema, found.Document, "value", random, requiredOnly, 0, [schema!.Ref]);
    }

    /// <summary>The rules of a schema that is not an object or array, in the vocabulary of parameters.</summary>
    public static ValueRules Rules(string name, LocatedSchema schema, bool required)
    {
        var format = LocatedSchema.Text(schema.Schema["format"]);
        var type = schema.Type ?? "string";
        var whole = type == "integer";
        return new ValueRules(name, type == "string" && format is not (null or "byte") ? format : type)
        {
            Required = required,
            Pattern = LocatedSchema.Text(schema.Schema["pattern"]),
            Min = schema.Number("minimum") ?? Beside(schema.Number("exclusiveMinimum"), whole, 1),
            Max = schema.Number("maximum") ?? Beside(schema.Number("exclusiveMaximum"), whole, -1),
            MinLength = (int?)schema.Number("minLength"),
            MaxLength = schema.Number("maxLength") is { } max ? (int)Math.Min(max, int.MaxValue) : null,
            Enum = schema.Schema["enum"] is JsonArray values ? [.. values.OfType<JsonValue>().Select(v => v.ToString())] : [],
        };
    }

    /// <summary>A value of the rules' JSON type where the text reads as one, else the text itself.</summary>
    public static JsonNode ToJson(string text, string? type) => type switch
    {
        "integer" or "number" when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        "boolean" when bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        _ => JsonValue.Create(text),
    };

    private static decimal? Beside(decimal? bound, bool whole, int direction) => bound + (whole ? 1m : 0.01m) * direction;

    private JsonNode? Value(JsonNode? node, string document, string name, Random random, bool requiredOnly, int depth, HashSet<string> seen)
    {
        if (depth > MaxDepth) return null;
        var path = new HashSet<string>(seen, StringComparer.Ordinal);
        if (Reader.Fold(node, document, path) is not { } schema) return null;
        var isObject = schema.Type == "object";
        if (Given(schema.Schema, skipExamples: isObject) is { } given) return given.DeepClone();
        return schema.Type switch
        {
            "object" => Object(schema, random, requiredOnly, depth, path),
            "array" => Array(schema, name, random, requiredOnly, depth, path),
            "null" => null,
            var type => Leaf(schema, name, type, random),
        };
    }

    /// <summary>What the document itself offers. Examples of objects are rebuilt property by property, for they tend to hold read-only parts.</summary>
    private static JsonNode? Given(JsonObject schema, bool skipExamples)
    {
        if (schema["const"] is { } constant) return constant;
        if (!skipExamples && ((schema["examples"] as JsonArray)?.FirstOrDefault() ?? schema["example"]) is { } example) return example;
        if (schema["default"] is { } standard) return standard;
        return (schema["enum"] as JsonArray)?.FirstOrDefault(v => v is not null);
    }

    private JsonObject? Object(LocatedSchema schema, Random random, bool requiredOnly, int depth, HashSet<string> seen)
    {
        var example = (schema.Schema["examples"] as JsonArray)?.FirstOrDefault() as JsonObject ?? schema.Schema["example"] as JsonObject;
        var required = schema.Required.ToHashSet(StringComparer.Ordinal);
        var result = new JsonObject();
        foreach (var (name, property) in schema.Properties.OrderBy(p => required.Contains(p.Key) ? 0 : 1))
        {
            var needed = required.Contains(name);
            if ((requiredOnly && !needed) || IsReadOnly(property, schema.Document)) continue;
            var value = example?[name]?.DeepClone() ?? Value(property, schema.Document, name, random, requiredOnly, depth + 1, seen);
            if (value is not null) result[name] = value;
            else if (needed && !AllowsNull(property)) return null;
            else if (needed) result[name] = null;
        }
        foreach (var name in required.Where(n => !result.ContainsKey(n) && schema.Schema["properties"]?[n] is null)) result[name] = $"test_{name}";
        return result;
    }

    private JsonArray? Array(LocatedSchema schema, string name, Random random, bool requiredOnly, int depth, HashSet<string> seen)
    {
        var least = (int)Math.Min(schema.Number("minItems") ?? 0, MaxItems);
        var count = schema.Number("maxItems") == 0 ? 0 : Math.Max(least, requiredOnly ? 0 : 1);
        var result = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var item = schema.Schema["items"] is { } items ? Value(items, schema.Document, name, random, requiredOnly, depth + 1, seen) : JsonValue.Create("test");
            if (item is null) return i < least ? null : result;
            result.Add(item);
        }
        return result;
    }

    private static JsonNode? Leaf(LocatedSchema schema, string name, string? type, Random random)
    {
        var rules = Rules(name, schema, required: true);
        var text = ValueFactory.Valid(rules with { Enum = [] }, random);
        if (text is null) return null;
        var value = ToJson(text, type);
        if (schema.Number("multipleOf") is not { } step || step <= 0 || value is not JsonValue v || !v.TryGetValue<decimal>(out var number)) return value;
        var multiple = Math.Ceiling(number / step) * step;
        return JsonValue.Create(rules.Max is { } max && multiple > max ? Math.Floor(max / step) * step : multiple);
    }

    private bool IsReadOnly(JsonNode? property, string document) => Reader.Fold(property, document, [])?.Flag("readOnly") ?? false;

    private static bool AllowsNull(JsonNode? property) => property?["type"] is JsonArray types && types.Any(t => LocatedSchema.Text(t) == "null");
}

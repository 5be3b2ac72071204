using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;
using Alicerce.Engine.Schemas.Keywords;

namespace Alicerce.Engine.Schemas;

/// <summary>The shapes that keyword values may have; anything else is <see cref="SchemaMalformed"/>.</summary>
internal sealed partial class KeywordReader
{
    private CompiledSchema Child(string steps, JsonNode? node) => compiler.Compile(node, $"{schema.Location}/{steps}");

    private CompiledSchema Sub(string name) => Child(name, map[name]);

    private Dictionary<string, CompiledSchema> Named(string name)
    {
        if (!map.TryGetPropertyValue(name, out var value))
            return [];
        return Object(name, value).ToDictionary(p => p.Key, p => Child($"{name}/{JsonPointer.Escape(p.Key)}", p.Value));
    }

    private CompiledSchema[] Schemas(string name, JsonNode? value)
    {
        var list = List(name, value);
        return list.Count > 0 ? [.. list.Select((one, i) => Child($"{name}/{i}", one))] : throw new SchemaMalformed($"{name} must not be empty");
    }

    private static string[] Names(string name, JsonNode? value) => [.. List(name, value).Select(one => Text(name, one))];

    private bool Flag(string name) => map[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    private static JsonElement Element(JsonNode? node) => JsonSerializer.SerializeToElement(node);

    private static string Text(string name, JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var found) ? found : throw new SchemaMalformed($"{name} must be text");

    private static JsonArray List(string name, JsonNode? value) => value as JsonArray ?? throw new SchemaMalformed($"{name} must be a list");

    private static JsonObject Object(string name, JsonNode? value) => value as JsonObject ?? throw new SchemaMalformed($"{name} must be an object");

    private static JsonElement Number(string name, JsonNode? value)
    {
        var element = Element(value);
        return element.ValueKind == JsonValueKind.Number ? element : throw new SchemaMalformed($"{name} must be a number");
    }

    private static long Count(string name, JsonNode? value)
    {
        var number = JsonNumber.Of(Number(name, value));
        if (!number.IsInteger || number.Mantissa.Sign < 0)
            throw new SchemaMalformed($"{name} must be a whole number, 0 or more");
        return number.Against(JsonNumber.Parse("1e18")) >= 0 ? long.MaxValue : (long)(number.Mantissa * System.Numerics.BigInteger.Pow(10, (int)number.Exponent));
    }

    private JsonTypes Types(JsonNode? value)
    {
        var types = value is JsonArray list
            ? list.Aggregate(JsonTypes.None, (all, one) => all | TypeNamed(Text("type", one)))
            : TypeNamed(Text("type", value));
        return _dialect == SchemaDialect.OpenApi30 && Flag("nullable") ? types | JsonTypes.Null : types;
    }

    private static JsonTypes TypeNamed(string name) => name switch
    {
        "null" => JsonTypes.Null,
        "boolean" => JsonTypes.Boolean,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Number,
        "string" => JsonTypes.String,
        "array" => JsonTypes.Array,
        "object" => JsonTypes.Object,
        _ => throw new SchemaMalformed($"there is no type '{name}'"),
    };
}

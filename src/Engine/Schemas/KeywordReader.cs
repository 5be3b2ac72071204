using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alicerce.Engine.Formats;
using Alicerce.Engine.Schemas.Keywords;

namespace Alicerce.Engine.Schemas;

/// <summary>Reads the keywords of one schema object. What only describes is passed over, what is not known is noted.</summary>
internal sealed partial class KeywordReader(SchemaCompiler compiler, CompiledSchema schema, JsonObject map)
{
    private static readonly HashSet<string> s_annotations =
    [
        "$schema", "$id", "$anchor", "$dynamicAnchor", "$comment", "$vocabulary", "$defs", "definitions", "title", "description", "default", "examples", "deprecated",
        "readOnly", "writeOnly", "contentEncoding", "contentMediaType", "contentSchema", "example", "discriminator", "xml", "externalDocs",
        // Read together with their neighbours.
        "additionalProperties", "patternProperties", "prefixItems", "additionalItems", "minContains", "maxContains", "then", "else", "nullable",
    ];

    private readonly SchemaDialect _dialect = schema.Resource.Dialect;

    public void Fill()
    {
        schema.ReadOnly = Flag("readOnly");
        schema.WriteOnly = Flag("writeOnly");
        if (_dialect != SchemaDialect.Draft202012 && map.ContainsKey("$ref"))
        {
            schema.Keywords = [Guarded("$ref", map["$ref"])!];
            return;
        }
        var keywords = new List<Keyword>();
        var last = new List<Keyword>();
        var unknown = new List<string>();
        foreach (var (name, value) in Neighbours())
        {
            if (Guarded(name, value) is { } keyword)
                (name is "unevaluatedProperties" or "unevaluatedItems" ? last : keywords).Add(keyword);
            else if (!s_annotations.Contains(name) && !Known(name))
                unknown.Add($"{schema.Location}/{JsonPointer.Escape(name)}");
        }
        schema.Keywords = [.. keywords];
        schema.Last = [.. last];
        schema.UnknownKeywords = unknown;
    }

    /// <summary>The keywords as written, each group of neighbours under the name of its first.</summary>
    private IEnumerable<(string Name, JsonNode? Value)> Neighbours()
    {
        foreach (var (name, value) in map)
            yield return (name, value);
        if (!map.ContainsKey("properties") && (map.ContainsKey("patternProperties") || map.ContainsKey("additionalProperties")))
            yield return ("properties", new JsonObject());
        if (!map.ContainsKey("items") && map.ContainsKey("prefixItems"))
            yield return ("items", null);
    }

    /// <summary>Extensions, and words that mean something only beside others or in another dialect's favour.</summary>
    private bool Known(string name) => name.StartsWith("x-", StringComparison.Ordinal)
        || name is "uniqueItems" or "format"
        || (_dialect == SchemaDialect.OpenApi30 && name is "exclusiveMinimum" or "exclusiveMaximum");

    private Keyword? Guarded(string name, JsonNode? value)
    {
        try
        {
            return Read(name, value);
        }
        catch (SchemaMalformed wrong)
        {
            return new MalformedKeyword(name, schema, wrong.Message);
        }
        catch (JsonException)
        {
            return new MalformedKeyword(name, schema, $"{name} holds half a surrogate pair, which is no text");
        }
    }

    private Keyword? Read(string name, JsonNode? value) => name switch
    {
        "$ref" => new ReferenceKeyword(schema, Target(Text(name, value))),
        "$dynamicRef" => Dynamic(Text(name, value)),
        "type" => new TypeKeyword(schema, Types(value)),
        "enum" => new EnumKeyword(name, schema, [.. List(name, value).Select(Element)]),
        "const" => new EnumKeyword(name, schema, [Element(value)]),
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" => Bound(name, value),
        "multipleOf" => MultipleOf(value),
        "minLength" or "maxLength" => new LengthKeyword(name, schema, Count(name, value), name == "minLength"),
        "pattern" => new PatternKeyword(schema, compiler.Pattern(Text(name, value)), Text(name, value)),
        "format" => Format(Text(name, value)),
        "minItems" or "maxItems" => new CountKeyword(name, schema, Count(name, value), name == "minItems", JsonValueKind.Array),
        "minProperties" or "maxProperties" => new CountKeyword(name, schema, Count(name, value), name == "minProperties", JsonValueKind.Object),
        "uniqueItems" => Flag(name) ? new UniqueItemsKeyword(schema) : null,
        "contains" => new ContainsKeyword(schema, Sub(name), map["minContains"] is { } least ? Count("minContains", least) : 1, map["maxContains"] is { } most ? Count("maxContains", most) : null),
        "items" => Items(value),
        "properties" => new MembersKeyword(schema, Named(name), [.. Patterned()], map.ContainsKey("additionalProperties") ? Sub("additionalProperties") : null),
        "required" => new RequiredKeyword(schema, [.. List(name, value).Select(one => Text(name, one))], map["properties"] is JsonObject ? Named("properties") : new Dictionary<string, CompiledSchema>()),
        "propertyNames" => new PropertyNamesKeyword(schema, Sub(name)),
        "dependentRequired" => new DependentRequiredKeyword(name, schema, Object(name, value).ToDictionary(d => d.Key, d => Names(name, d.Value))),
        "dependentSchemas" => new DependentSchemasKeyword(name, schema, Named(name)),
        "dependencies" when _dialect == SchemaDialect.Draft07 => Dependencies(Object(name, value)),
        "allOf" => new AllOfKeyword(schema, Schemas(name, value)),
        "anyOf" or "oneOf" => new AlternativesKeyword(name, schema, Schemas(name, value), name == "oneOf"),
        "not" => new NotKeyword(schema, Sub(name)),
        "if" => Condition(),
        "unevaluatedProperties" => new UnevaluatedPropertiesKeyword(schema, Sub(name)),
        "unevaluatedItems" => new UnevaluatedItemsKeyword(schema, Sub(name)),
        _ => null,
    };

    private ConditionKeyword Condition() =>
        new(schema, Sub("if"), map.ContainsKey("then") ? Sub("then") : null, map.ContainsKey("else") ? Sub("else") : null);

    private CompiledSchema Target(string reference) =>
        compiler.Library.Resolve(schema.Resource, reference) is { } place
            ? compiler.Compile(place.Node, place.Location)
            : throw new SchemaMalformed($"the reference {reference} leads nowhere");

    private DynamicReferenceKeyword Dynamic(string reference)
    {
        var place = compiler.Library.Resolve(schema.Resource, reference);
        var anchor = reference[(reference.IndexOf('#') + 1)..];
        var isDynamic = place?.Node is JsonObject target && target["$dynamicAnchor"] is JsonValue name && name.TryGetValue<string>(out var own) && own == anchor;
        return new DynamicReferenceKeyword(schema, Target(reference), isDynamic ? anchor : null, compiler);
    }

    private BoundKeyword? Bound(string name, JsonNode? value)
    {
        var lower = name is "minimum" or "exclusiveMinimum";
        var exclusive = name.StartsWith("exclusive", StringComparison.Ordinal);
        if (_dialect == SchemaDialect.OpenApi30)
        {
            if (exclusive)
                return null;
            exclusive = Flag(lower ? "exclusiveMinimum" : "exclusiveMaximum");
        }
        var bound = Number(name, value);
        return new BoundKeyword(name, schema, JsonNumber.Of(bound), bound.GetRawText(), lower, exclusive);
    }

    private MultipleOfKeyword MultipleOf(JsonNode? value)
    {
        var divisor = Number("multipleOf", value);
        var number = JsonNumber.Of(divisor);
        return number.Mantissa.Sign > 0 ? new MultipleOfKeyword(schema, number, divisor.GetRawText()) : throw new SchemaMalformed("multipleOf must be more than 0");
    }

    private FormatKeyword? Format(string format) =>
        compiler.Options.AssertFormats && ValueFormats.Find(format) is { } test ? new FormatKeyword(schema, format, test) : null;

    private ItemsKeyword Items(JsonNode? value)
    {
        if (value is JsonArray && _dialect == SchemaDialect.Draft07)
            return new ItemsKeyword(schema, Schemas("items", value), map.ContainsKey("additionalItems") ? Sub("additionalItems") : null);
        var prefix = map.ContainsKey("prefixItems") ? Schemas("prefixItems", map["prefixItems"]) : [];
        return new ItemsKeyword(schema, prefix, map.ContainsKey("items") ? Sub("items") : null);
    }

    private IEnumerable<(Regex, CompiledSchema)> Patterned() =>
        map.ContainsKey("patternProperties") ? Named("patternProperties").Select(p => (compiler.Pattern(p.Key), p.Value)) : [];

    private DependenciesKeyword Dependencies(JsonObject dependencies) => new(schema,
        new DependentRequiredKeyword("dependencies", schema,
            dependencies.Where(d => d.Value is JsonArray).ToDictionary(d => d.Key, d => Names("dependencies", d.Value))),
        new DependentSchemasKeyword("dependencies", schema,
            dependencies.Where(d => d.Value is not JsonArray).ToDictionary(d => d.Key, d => Child($"dependencies/{JsonPointer.Escape(d.Key)}", d.Value))));
}

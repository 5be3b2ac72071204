using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Schemas;

/// <summary>
/// Checks values against JSON Schema 2020-12 and the dialect of OpenAPI 3.0. Schemas are compiled when first used and kept, so one
/// validator should serve a whole run; it may be used from many threads. Documents must not change under it.
/// It never throws on bad schemas or values: a schema that cannot be understood fails every value with the reason.
/// </summary>
public sealed class JsonSchemaValidator
{
    private readonly SchemaOptions _options;
    private readonly SchemaCompiler _compiler;
    private readonly ConcurrentDictionary<string, SchemaEntry> _entries = new();
    private readonly ConditionalWeakTable<JsonNode, SchemaEntry> _loose = [];

    public JsonSchemaValidator(ISchemaDocuments documents, SchemaOptions? options = null)
    {
        _options = options ?? new SchemaOptions();
        _compiler = new SchemaCompiler(documents, _options);
    }

    public SchemaVerdict Validate(JsonElement instance, SchemaRef schema, SchemaDirection direction = SchemaDirection.Any) =>
        Judge(instance, _entries.GetOrAdd(schema.Ref, _compiler.Entry), direction);

    public SchemaVerdict Validate(JsonNode? instance, SchemaRef schema, SchemaDirection direction = SchemaDirection.Any) =>
        Validate(JsonSerializer.SerializeToElement(instance), schema, direction);

    /// <summary>A schema at hand instead of one in a document; local references are looked up from the root of its tree.</summary>
    public SchemaVerdict Validate(JsonElement instance, JsonNode schema, SchemaDirection direction = SchemaDirection.Any) =>
        Judge(instance, _loose.GetValue(schema, _compiler.Entry), direction);

    public SchemaVerdict Validate(JsonNode? instance, JsonNode schema, SchemaDirection direction = SchemaDirection.Any) =>
        Validate(JsonSerializer.SerializeToElement(instance), schema, direction);

    /// <summary>Looks at those schemas and all that they reach, without a value.</summary>
    public SchemaInspection Inspect(IEnumerable<SchemaRef> schemas)
    {
        var all = SchemaCompiler.Reachable(schemas.Select(s => _compiler.Compiled(s.Ref)));
        return new SchemaInspection(
            [.. all.SelectMany(s => s.UnknownKeywords)],
            [.. all.SelectMany(s => s.Keywords.Concat(s.Last)).OfType<Keywords.MalformedKeyword>().Select(k => (k.SchemaPath, k.Reason))]);
    }

    private SchemaVerdict Judge(JsonElement instance, SchemaEntry entry, SchemaDirection direction)
    {
        var run = new Evaluation(_options, direction);
        try
        {
            run.Apply(entry.Schema, instance, into: null);
        }
        catch (InvalidOperationException)
        {
            // The JSON reader accepts half a surrogate pair and complains only when the text is asked for.
            return new SchemaVerdict([new SchemaError("", entry.Schema.Location, "$unicode", "expected Unicode text, got half a surrogate pair")], entry.UnknownKeywords);
        }
        return new SchemaVerdict(run.Finish(), entry.UnknownKeywords);
    }
}

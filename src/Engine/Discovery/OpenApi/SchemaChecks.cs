using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Looks at the schemas themselves: words that are not known, rules that cannot be read, examples that break their own schema.</summary>
internal sealed class SchemaChecks
{
    private const int MostExamples = 2000;

    private readonly OpenApiDocument _document;
    private readonly JsonSchemaValidator _validator;
    private int _examples;

    public SchemaChecks(OpenApiDocument document)
    {
        _document = document;
        _validator = new JsonSchemaValidator(new OneDocument(document.Path, document.Root), new SchemaOptions { MaxSteps = 200_000, MaxErrors = 3 });
    }

    public void Run(IReadOnlyList<Component> components)
    {
        var used = new HashSet<string>();
        foreach (var operation in components.SelectMany(c => c.Actions).Select(a => a.Operation!))
        {
            foreach (var parameter in operation.Parameters)
                Check(used, parameter.Schema, parameter.Example, SchemaDirection.Any);
            foreach (var media in operation.RequestBody?.Content.Values ?? [])
                Check(used, media.Schema, media.Example, SchemaDirection.Request);
            foreach (var media in operation.Responses.Values.SelectMany(r => r.Content.Values))
                Check(used, media.Schema, media.Example, SchemaDirection.Response);
        }
        foreach (var (_, schema) in _document.Top.Child("components").Child("schemas").Members())
            Check(used, _document.SchemaAt(schema), schema.Node.Member("example") ?? (schema.Node.List("examples") is [var first, ..] ? first : null), SchemaDirection.Any);
        Inspect(used);
    }

    private void Check(HashSet<string> used, SchemaRef? schema, JsonNode? example, SchemaDirection direction)
    {
        if (schema is null)
            return;
        used.Add(schema.Ref);
        if (example is null || _examples++ >= MostExamples)
            return;
        var errors = _validator.Validate(example, schema, direction).Errors.Where(e => e.Keyword is not "$ref" && !e.Message.StartsWith(SchemaInspection.BrokenPrefix, StringComparison.Ordinal)).ToArray();
        if (errors is [var first, ..])
        {
            _document.Findings.Add(FindingSeverity.Warning, "openapi.invalid_example",
                $"The example breaks its own schema{(first.InstancePath.Length > 0 ? " at " + first.InstancePath : "")}: {first.Message}.",
                "Correct the example, or the schema.", NodeAt(schema.Ref), schema.Ref);
        }
    }

    private void Inspect(HashSet<string> used)
    {
        var inspection = _validator.Inspect(used.Select(r => new SchemaRef(r)));
        foreach (var place in inspection.UnknownKeywords)
        {
            _document.Findings.Add(FindingSeverity.Warning, "openapi.unknown_keyword", $"The schema has a rule '{JsonPointer.Unescape(place[(place.LastIndexOf('/') + 1)..])}' that is not known, so it is not checked.",
                "Correct its spelling, or start its name with x- if it is an extension.", NodeAt(place), place);
        }
        foreach (var (place, reason) in inspection.Broken)
        {
            // References to elsewhere were already judged when files were gathered.
            if (NodeAt(place).Text() is { } reference && place.EndsWith("/$ref", StringComparison.Ordinal) && !reference.StartsWith('#'))
                continue;
            var unresolved = place.EndsWith("/$ref", StringComparison.Ordinal);
            _document.Findings.Add(FindingSeverity.Error, unresolved ? "openapi.unresolved_ref" : "openapi.broken_schema", $"The schema cannot be used: {reason}.",
                unresolved ? "Declare what it names, or correct the path." : "Correct the rule; every value fails it as it is.", NodeAt(place), place);
        }
    }

    private JsonNode? NodeAt(string place)
    {
        var node = (JsonNode?)_document.Root;
        foreach (var segment in JsonPointer.Segments(place[(place.IndexOf('#') + 1)..]))
        {
            if (JsonPointer.Step(node, segment) is not { } next)
                break;
            node = next;
        }
        return node;
    }

    private sealed class OneDocument(string path, JsonNode root) : ISchemaDocuments
    {
        public JsonNode? Find(string wanted) => wanted == path ? root : null;
    }
}

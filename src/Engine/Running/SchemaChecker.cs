using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Running;

/// <summary>Answers schema assertions with our validator. A schema is compiled once for each set of documents.</summary>
public sealed class SchemaChecker : ISchemaChecker
{
    private static readonly ISchemaDocuments None = new NoDocuments();

    private readonly ConditionalWeakTable<ISchemaDocuments, JsonSchemaValidator> _validators = [];

    /// <inheritdoc/>
    public SchemaAnswer Check(JsonElement instance, JsonNode schema, ISchemaDocuments? documents)
    {
        var validator = _validators.GetValue(documents ?? None, static d => new JsonSchemaValidator(d));
        var verdict = schema is JsonValue value && value.TryGetValue(out string? reference)
            ? validator.Validate(instance, new SchemaRef(reference), SchemaDirection.Response)
            : validator.Validate(instance, schema, SchemaDirection.Response);
        var broken = verdict.Errors.ToLookup(e => e.Message.StartsWith(SchemaInspection.BrokenPrefix, StringComparison.Ordinal));
        return new SchemaAnswer(
            [.. broken[false].Select(e => $"{(e.InstancePath.Length == 0 ? "the body" : e.InstancePath)}: {e.Message}")],
            [.. broken[true].Select(e => e.Message[SchemaInspection.BrokenPrefix.Length..]).Distinct()]);
    }

    private sealed class NoDocuments : ISchemaDocuments
    {
        public JsonNode? Find(string path) => null;
    }
}

using Microsoft.OpenApi;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>
/// Says in the description which objects are closed: those that callers send, whose unknown fields are refused. Answers stay open, so that a
/// field may be added to them without breaking anybody (S001-PRIN-12).
/// </summary>
internal static class ClosedBodies
{
    public static void Describe(OpenApiDocument document)
    {
        var sent = new HashSet<IOpenApiSchema>(ReferenceEqualityComparer.Instance);
        foreach (var body in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value.RequestBody).OfType<IOpenApiRequestBody>())
        {
            foreach (var media in body.Content?.Values ?? []) Visit(media.Schema, sent);
        }

        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            if (!sent.Contains(schema)) schema.AdditionalPropertiesAllowed = true;
        }
    }

    private static void Visit(IOpenApiSchema? schema, HashSet<IOpenApiSchema> sent)
    {
        if (schema is OpenApiSchemaReference reference) schema = reference.RecursiveTarget;
        if (schema is null || !sent.Add(schema)) return;
        foreach (var part in schema.Properties?.Values ?? []) Visit(part, sent);
        foreach (var part in new[] { schema.OneOf, schema.AnyOf, schema.AllOf }.SelectMany(parts => parts ?? [])) Visit(part, sent);
        Visit(schema.Items, sent);
        Visit(schema.AdditionalProperties, sent);
    }
}

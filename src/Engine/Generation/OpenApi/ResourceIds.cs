using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>Where the id of <c>/things/{id}</c> comes from: the document's example, a list, or a thing made for the case.</summary>
internal static class ResourceIds
{
    /// <summary>A parameter that names one thing, and the collection it is in; null for other paths.</summary>
    public static (ApiParameter Id, string Collection)? Of(ApiOperation operation)
    {
        var slash = operation.Path.LastIndexOf('/');
        var last = operation.Path[(slash + 1)..];
        if (slash <= 0 || !last.StartsWith('{') || !last.EndsWith('}')) return null;
        var id = operation.Parameters.FirstOrDefault(p => p.In == "path" && p.Name == last[1..^1]);
        return id is null || operation.Path[..slash].Contains('{') ? null : (id, operation.Path[..slash]);
    }

    /// <summary>An operation of the same document by path and method.</summary>
    public static OperationCall? Find(string document, string path, string method, GenerationContext context) =>
        context.Components.Where(c => c.Actions.Any(a => a.Operation is { } o && o.Path == path && o.Document == document))
            .SelectMany(c => OperationCall.Of(c, context))
            .FirstOrDefault(c => c.Operation.Path == path && c.Action.Method == method);

    /// <summary>A step that takes the id of the first thing in the collection, if there is one; null when the list does not tell ids.</summary>
    public static Step? FromList(OperationCall item, string collection, ApiParameter id, GenerationContext context)
    {
        if (Find(item.Operation.Document, collection, "GET", context) is not { } list || list.Input(context, CaseKind.Api, "list") is not { } input) return null;
        if (Fold(context, DeclaredAnswers.SuccessSchema(list.Operation)) is not { } schema) return null;
        var path = ListPath(schema, id.Name, context);
        return path is null ? null : Requests.Step(list.Request(input), DeclaredAnswers.Success(list.Operation)) with { Captures = [new(Variable(id), "jsonpath", path, Optional: true)] };
    }

    /// <summary>A step that makes a thing and takes its id; null when the answer does not tell it.</summary>
    public static Step? FromCreate(OperationCall item, string collection, ApiParameter id, GenerationContext context)
    {
        if (Find(item.Operation.Document, collection, "POST", context) is not { } create || create.Input(context, CaseKind.E2e, item.Action.Name) is not { } input) return null;
        if (Fold(context, DeclaredAnswers.SuccessSchema(create.Operation)) is not { } schema || IdOf(schema, id.Name) is not { } name) return null;
        return Requests.Step(create.Request(input), DeclaredAnswers.Success(create.Operation)) with { Captures = [new(Variable(id), "jsonpath", $"$.{name}")] };
    }

    public static string Placeholder(ApiParameter id) => $$$"""{{{{{Variable(id)}}}}}""";

    private static string Variable(ApiParameter id) => "id_" + id.Name;

    private static LocatedSchema? Fold(GenerationContext context, SchemaRef? reference) =>
        context.Schemas.Reader.Find(reference) is { } found ? context.Schemas.Reader.Fold(found.Schema, found.Document, []) : null;

    private static string? ListPath(LocatedSchema schema, string id, GenerationContext context)
    {
        if (schema.Type == "array") return ItemId(schema, id, context) is { } name ? $"$[0].{name}" : null;
        foreach (var (property, node) in schema.Properties)
        {
            if (context.Schemas.Reader.Fold(node, schema.Document, []) is { Type: "array" } list && ItemId(list, id, context) is { } inner) return $"$.{property}[0].{inner}";
        }
        return null;
    }

    private static string? ItemId(LocatedSchema array, string id, GenerationContext context) =>
        context.Schemas.Reader.Fold(array.Schema["items"], array.Document, []) is { } item ? IdOf(item, id) : null;

    private static string? IdOf(LocatedSchema schema, string id)
    {
        var names = schema.Properties.Select(p => p.Key).ToList();
        return names.Find(n => n == id) ?? names.Find(n => n == "id") ?? names.Find(n => n.Equals(id, StringComparison.OrdinalIgnoreCase));
    }
}

using Microsoft.OpenApi;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>Describes the routes of <see cref="SourceRoutes"/>: the same operations as under <c>/api/v1</c>, answering the payload alone.</summary>
internal static class SourceRouteDescriptions
{
    private const string Prefix = "/api/v1";

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var (path, item) in document.Paths.Where(path => SourceRoutes.All.Any(template => IsSame($"{Prefix}/{template}", path.Key))).ToArray())
        {
            var bare = new OpenApiPathItem { Operations = [] };
            foreach (var (method, operation) in item.Operations ?? []) bare.Operations[method] = Bare(operation);
            document.Paths[path[Prefix.Length..]] = bare;
        }
    }

    private static OpenApiOperation Bare(OpenApiOperation operation)
    {
        var answers = new OpenApiResponses();
        foreach (var (status, answer) in operation.Responses ?? []) answers[status] = status[0] == '2' ? WithoutEnvelope(answer) : answer;
        return new OpenApiOperation(operation)
        {
            OperationId = $"{operation.OperationId}_bare",
            Description = $"{operation.Description} The short address of the same operation: it answers the payload alone, without the envelope.",
            Responses = answers,
        };
    }

    private static OpenApiResponse WithoutEnvelope(IOpenApiResponse response) => new OpenApiResponse
    {
        Description = response.Description,
        Headers = response.Headers,
        Content = response.Content?.ToDictionary(
            content => content.Key, content => new OpenApiMediaType { Schema = PayloadOf(content.Value.Schema) }, StringComparer.Ordinal),
    };

    private static IOpenApiSchema? PayloadOf(IOpenApiSchema? envelope) =>
        envelope?.Properties is { } fields && fields.TryGetValue("data", out var payload) ? payload : envelope;

    /// <summary>Parameters may be named differently.</summary>
    private static bool IsSame(string template, string path)
    {
        var (ours, theirs) = (template.Split('/'), path.Split('/'));
        return ours.Length == theirs.Length && ours.Zip(theirs).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.StartsWith('{')));
    }
}

using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Reads what travels in bodies: the request's and the responses'.</summary>
internal sealed class ContentReader(OpenApiDocument document)
{
    private const int MostFields = 200;

    public ApiRequestBody? RequestBody(Placed declared, string title) =>
        declared.Node is not null && document.Follow(declared, title) is { Node: JsonObject } body
            ? new ApiRequestBody(body.Node.Flag("required"), Content(body))
            : null;

    /// <summary>The members of an object body, so that form-like tests can be made as for any page.</summary>
    public IEnumerable<Parameter> BodyParameters(Placed declared)
    {
        if (declared.Node is null || document.Peek(declared) is not { } body)
            return [];
        var media = body.Child("content").Members().Select(m => m.Value).FirstOrDefault();
        if (media.Node.Member("schema") is null)
            return [];
        var facts = new SchemaFacts(document, media.Child("schema"));
        var required = facts.Required;
        return facts.Members.Take(MostFields)
            .Select(member => (member.Name, Facts: new SchemaFacts(document, member.Value), member.Value.Node))
            .Where(member => !member.Facts.IsReadOnly && !member.Node.Flag("readOnly"))
            .Select(member => member.Facts.ToParameter(member.Name, "body", required.Contains(member.Name), document.Findings.Locate(member.Node)))
            .ToArray();
    }

    public IReadOnlyDictionary<string, ApiResponse> Responses(Placed declared, string method, string title)
    {
        var responses = new Dictionary<string, ApiResponse>();
        foreach (var (status, value) in declared.Members().Where(r => !r.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            if (document.Follow(value, $"{title} {status}") is not { Node: JsonObject } response)
                continue;
            var content = Content(response);
            responses[status] = new ApiResponse(content, RequiredHeaders(response));
            var silent = content.Count == 0 ? status == "200" && method is "GET" : content.Values.Any(m => m.Schema is null) && status.StartsWith('2');
            if (silent && method != "HEAD")
            {
                document.Findings.Add(FindingSeverity.Info, "openapi.response_without_schema", $"The answer {status} of {title} has no schema, so its body cannot be checked.",
                    "Describe the body with a schema.", response.Node, $"{title} {status}");
            }
        }
        if (responses.Count == 0)
        {
            document.Findings.Add(FindingSeverity.Warning, "openapi.no_responses", $"{title} declares no answer.", "Declare at least the answer of success.", declared.Node, title);
        }
        return responses;
    }

    private Dictionary<string, ApiMedia> Content(Placed owner)
    {
        var content = new Dictionary<string, ApiMedia>(StringComparer.OrdinalIgnoreCase);
        foreach (var (type, media) in owner.Child("content").Members())
        {
            var schema = media.Node.Member("schema") is null ? null : document.SchemaAt(media.Child("schema"));
            content[type] = new ApiMedia(schema, Examples.Of(document, media));
        }
        return content;
    }

    private string[] RequiredHeaders(Placed response) =>
        [.. response.Child("headers").Members().Where(h => document.Follow(h.Value, subject: null)?.Node.Flag("required") == true).Select(h => h.Name)];
}

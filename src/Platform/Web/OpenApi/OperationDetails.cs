using System.Text.Json.Nodes;
using Alicerce.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>What an operation does not have to say itself, because its method, parameters and answers tell it.</summary>
internal static class OperationDetails
{
    public static void AddTo(OpenApiOperation operation, string? method, IList<object> metadata)
    {
        var writes = method is "POST" or "PUT" or "PATCH" or "DELETE";
        if (writes) (operation.Parameters ??= []).Add(IdempotencyKey());
        List<string> sentences = [];
        if (!string.IsNullOrWhiteSpace(operation.Description)) sentences.Add(operation.Description.TrimEnd());
        if (metadata.OfType<IAllowAnonymous>().Any()) sentences.Add("Open to everybody, without a token.");
        if (metadata.OfType<IAuthorizeData>().Any(data => data.Policy is Policies.Admin or Policies.HouseAdmin)) sentences.Add("For admins only.");
        if (Takes(operation, "per_page")) sentences.Add("The list is numbered: `page` and `per_page` choose a part, and `meta` tells how many there are.");
        if (Takes(operation, "cursor")) sentences.Add("The list grows: send `meta.next_cursor` back as `cursor` to go on.");
        if (method == "PATCH") sentences.Add("Fields that are left out stay as they are.");
        if (operation.Responses?.Values.Any(response => response.Content?.ContainsKey("text/event-stream") == true) == true) sentences.Add("The connection stays open; after a break, `Last-Event-ID` resumes where it ended.");
        if (operation.Responses?.ContainsKey("202") == true) sentences.Add("It answers at once and works on in the background.");
        if (sentences.Count == 0 || writes) sentences.Add(writes ? "With an `Idempotency-Key` it is done once, however often the request is sent." : "Nothing is changed by it.");
        foreach (var example in metadata.OfType<BodyExample>())
            foreach (var media in operation.RequestBody?.Content?.Values ?? []) media.Example = JsonNode.Parse(example.Json);
        operation.Description = string.Join(' ', sentences);
    }

    private static bool Takes(OpenApiOperation operation, string parameter) => operation.Parameters?.Any(p => p.Name == parameter) == true;

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = IdempotencyKeys.Header,
        In = ParameterLocation.Header,
        Description = "Made by the caller, new for each new request: the same request with the same key gets the first one's answer (409 while that is still at work, 422 for another request).",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 200, Pattern = "^[!-~]+$" },
    };
}

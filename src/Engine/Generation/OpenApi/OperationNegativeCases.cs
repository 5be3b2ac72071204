using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>What an operation must refuse: missing parts, broken JSON, another content type, other methods, things that do not exist.</summary>
internal sealed class OperationNegativeCases : ICaseSource
{
    private const int SmallestRangeOfIds = 1_000_000;
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public string Kind => GenerationKinds.Api;

    public IEnumerable<TestCase> From(Component component, GenerationContext context)
    {
        var calls = OperationCall.Of(component, context).ToList();
        return calls.SelectMany(c => Missing(c, context).Concat(Bodies(c, context)).Concat(NotFound(c, context)))
            .Concat(calls.Count > 0 ? OtherMethods(calls[0], context) : [])
            .Select(d => d.Build());
    }

    private static IEnumerable<CaseDraft> Missing(OperationCall call, GenerationContext context)
    {
        if (call.Input(context, CaseKind.Api, $"{call.Action.Name}:invalid") is not { } input) yield break;
        foreach (var parameter in call.Operation.Parameters.Where(p => p.Required && p.In is "query" or "header" && p.Required))
            yield return Refused(call, $"without:{parameter.Name}", $"without {parameter.Name}", call.Request(input.Without(parameter)));
        if (call.Operation.RequestBody is { Required: true })
            yield return Refused(call, "without-body", "without a body", call.Request(input with { Body = null }), 411, 415);
        if (BodySchema(call, context) is not { } schema) yield break;
        foreach (var name in schema.Required.Distinct(StringComparer.Ordinal).Where(n => !IsReadOnly(schema, n, context)))
            yield return Refused(call, $"without:body.{name}", $"body without {name}", call.Request(input.WithProperty(name, null)));
        if (schema.Schema["additionalProperties"] is System.Text.Json.Nodes.JsonValue v && v.TryGetValue<bool>(out var open) && !open)
            yield return Refused(call, "unknown-property", "body with an unknown property", call.Request(input.WithProperty("alicerce_unknown", "x")));
    }

    private static IEnumerable<CaseDraft> Bodies(OperationCall call, GenerationContext context)
    {
        if (OperationInput.JsonMedia(call.Operation) is null || call.Input(context, CaseKind.Api, $"{call.Action.Name}:body", requiredOnly: false) is not { Body: { } body } input) yield break;
        var request = call.Request(input);
        yield return Refused(call, "malformed-json", "malformed JSON", request with { Body = new() { Kind = BodyKind.Raw, Text = "{\"broken\": ", ContentType = "application/json" } });
        if (call.Operation.RequestBody!.Content.Keys.All(k => !k.StartsWith("text/", StringComparison.Ordinal) && !k.StartsWith('*')))
            yield return Refused(call, "content-type", "JSON sent as text/plain", request with { Body = new() { Kind = BodyKind.Raw, Text = body.ToJsonString(), ContentType = "text/plain" } }, 415);
    }

    /// <summary>An id in the declared range that is most unlikely to name a thing.</summary>
    private static IEnumerable<CaseDraft> NotFound(OperationCall call, GenerationContext context)
    {
        if (!call.IsSafe || ResourceIds.Of(call.Operation) is not { } resource) yield break;
        if (call.Input(context, CaseKind.Api, $"{call.Action.Name}:not-found") is not { } input || NobodysId(resource.Id, context) is not { } id) yield break;
        yield return call.Draft(CaseKind.Api, $"{call.Action.Name}:not-found", $"API: {call.Action.Name} - not found", $"Test {call.Action.Name} with an id that names nothing",
            Requests.Step(call.Request(input.With(resource.Id, id)), [Checks.StatusIn(404, 410), .. DeclaredAnswers.Declares(call.Operation, 404) ? DeclaredAnswers.Refusal(call.Operation).Skip(1) : []]));
    }

    private static string? NobodysId(ApiParameter id, GenerationContext context)
    {
        if (context.Schemas.Reader.Find(id.Schema) is not { } found || context.Schemas.Reader.Fold(found.Schema, found.Document, []) is not { } schema) return null;
        var rules = SchemaValueFactory.Rules(id.Name, schema, required: true);
        // A port or a percentage names no thing: each of its values means something.
        if (rules.IsNumber && rules.Max < SmallestRangeOfIds) return null;
        if (rules.IsNumber) return Math.Min((rules.Max ?? int.MaxValue) - 1, int.MaxValue - 1).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        if (rules.Type == "uuid") return "00000000-0000-4000-8000-00000000a11c";
        return rules is { Type: "string", Pattern: null, MaxLength: null or >= 20, Enum.Count: 0 } ? "alicerce-no-such-id" : null;
    }

    /// <summary>RFC 9110: a known path refuses a method it does not have with 405, an unknown method with 501.</summary>
    private static IEnumerable<CaseDraft> OtherMethods(OperationCall call, GenerationContext context)
    {
        if (call.Operation.PathMethods.Count == 0 || call.Input(context, CaseKind.Api, "methods") is not { } input) yield break;
        foreach (var method in Methods.Where(m => !call.Operation.PathMethods.Contains(m)))
        {
            var request = (input with { Body = null }).ToRequest(method, call.Operation, call.Profile);
            yield return new CaseDraft(call.Component, CaseKind.Api, $"method:{method}", $"API: {call.Operation.Path} - refuses {method}", $"Test that {method} is not allowed on {call.Operation.Path}")
            {
                Source = $"component:{call.Component.FilePath}",
                Steps = [Requests.Step(request, Checks.StatusIn(405, 501))],
            };
        }
    }

    private static CaseDraft Refused(OperationCall call, string what, string title, RequestSpec request, params ReadOnlySpan<int> also) =>
        call.Draft(CaseKind.Api, $"{call.Action.Name}:invalid:{what}", $"API: {call.Action.Name} - {title}", $"Test that {call.Action.Name} is refused: {title}",
            Requests.Step(request, DeclaredAnswers.Refusal(call.Operation, also)));

    /// <summary>The body's schema when it is an object.</summary>
    public static LocatedSchema? BodySchema(OperationCall call, GenerationContext context) =>
        context.Schemas.Reader.Find(OperationInput.JsonMedia(call.Operation)?.Schema) is { } found
        && context.Schemas.Reader.Fold(found.Schema, found.Document, []) is { Type: "object" } schema ? schema : null;

    private static bool IsReadOnly(LocatedSchema schema, string name, GenerationContext context) =>
        context.Schemas.Reader.Fold(schema.Schema["properties"]?[name], schema.Document, [])?.Flag("readOnly") ?? false;
}

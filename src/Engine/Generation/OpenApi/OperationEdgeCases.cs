using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Quantum;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>The boundary table on the parameters and on the body's properties of each operation (S004-GEN-10).</summary>
internal sealed class OperationEdgeCases : ICaseSource
{
    /// <summary>Formats are hints in JSON Schema; these are the ones that servers check.</summary>
    private static readonly HashSet<string> CheckedFormats = new(StringComparer.Ordinal) { "email", "uuid", "date", "date-time", "integer", "number", "boolean" };

    public string Kind => GenerationKinds.Edge;

    public IEnumerable<TestCase> From(Component component, GenerationContext context) =>
        OperationCall.Of(component, context).SelectMany(c => Parameters(c, context).Concat(Properties(c, context))).Select(d => d.Build());

    private static IEnumerable<CaseDraft> Parameters(OperationCall call, GenerationContext context)
    {
        foreach (var parameter in call.Operation.Parameters.Where(p => p.In is "query" or "path"))
        {
            if (Fold(context, context.Schemas.Reader.Find(parameter.Schema)) is not { Type: not ("object" or "array") } schema) continue;
            var rules = SchemaValueFactory.Rules(parameter.Name, schema, parameter.Required) with { EmptyIsMissing = true };
            foreach (var boundary in Boundaries.Of(rules, context.RandomFor(call.Component, CaseKind.Edge, $"{call.Action.Name}:{parameter.Name}")))
            {
                if (boundary.Value is not { } value || boundary.Label is "very_long" or "nul" || (parameter.In == "path" && !IsPathProbe(boundary))) continue;
                var (what, verdict) = ($"{call.Action.Name}:{parameter.Name}:{boundary.Label}", VerdictOf(boundary, rules));
                if (IsTried(call, verdict) && call.Input(context, CaseKind.Edge, what) is { } input)
                    yield return Draft(call, what, $"{parameter.Name} {boundary.Title}", verdict, call.Request(input.With(parameter, LongText.Shorten(value))), parameter.In == "path");
            }
        }
    }

    /// <summary>A refusal ends, even where a success does not.</summary>
    private static bool IsTried(OperationCall call, Verdict verdict) => verdict == Verdict.Rejected || !call.NeverEnds;

    /// <summary>An id that is merely unusual names nothing, and an empty one is another path.</summary>
    private static bool IsPathProbe(Boundary boundary) => boundary.Verdict == Verdict.Rejected && boundary.Value is { Length: > 0 };

    private static IEnumerable<CaseDraft> Properties(OperationCall call, GenerationContext context)
    {
        if (OperationNegativeCases.BodySchema(call, context) is not { } body) yield break;
        foreach (var property in BodyProperty.Of(body, context.Schemas.Reader))
        {
            var random = context.RandomFor(call.Component, CaseKind.Edge, $"{call.Action.Name}:body.{property.Path}");
            foreach (var (label, value, verdict) in Values(property, random))
            {
                if (!IsTried(call, verdict)) continue;
                var what = $"{call.Action.Name}:body.{property.Path}:{label}";
                // What holds a nested property may be optional itself.
                if (call.Input(context, CaseKind.Edge, what, requiredOnly: property.Owner is null) is not { } input || property.In(input, value) is var changed && ReferenceEquals(changed, input)) continue;
                yield return Draft(call, what, $"{property.Path} {Boundary.TitleOf(label)}", verdict, call.Request(changed), isPath: false);
            }
        }
    }

    private static IEnumerable<(string Label, JsonNode? Value, Verdict Verdict)> Values(BodyProperty property, Random random)
    {
        var schema = property.Schema;
        // That the top level may not lack it is a case of its own kind.
        if (property is { Owner: not null, Required: true }) yield return ("missing", null, Verdict.Rejected);
        if (WrongKind(schema.Type) is { } wrong) yield return ("wrong_json_type", wrong, Verdict.Rejected);
        if (schema.Type is "object" or "array" or "null") yield break;
        var rules = SchemaValueFactory.Rules(property.Name, schema, property.Required);
        foreach (var boundary in Boundaries.Of(rules, random))
        {
            if (boundary.Value is not { } text || (boundary.Label == "wrong_type" && schema.Type != "string")) continue;
            yield return (boundary.Label, SchemaValueFactory.ToJson(LongText.Shorten(text), schema.Type), VerdictOf(boundary, rules));
        }
    }

    private static JsonNode? WrongKind(string? type) => type switch
    {
        "string" => new JsonObject { ["wrong"] = true },
        "integer" or "number" or "boolean" => "abc",
        "object" or "array" => "abc",
        _ => null,
    };

    private static Verdict VerdictOf(Boundary boundary, ValueRules rules) =>
        boundary.Label == "wrong_type" && !CheckedFormats.Contains(rules.Type) ? Verdict.Survives
        : boundary.Verdict == Verdict.Survives && rules.MaxLength < boundary.Value?.Length ? Verdict.Rejected
        : boundary.Verdict;

    private static CaseDraft Draft(OperationCall call, string what, string title, Verdict verdict, RequestSpec request, bool isPath) =>
        call.Draft(CaseKind.Edge, what, $"Edge: {call.Action.Name} - {title}", EdgeCases.Describe(call.Action.Name, title, verdict), Requests.Step(request, verdict switch
        {
            // Well-formed credentials are still nobody's.
            Verdict.Accepted when call.JudgesCredentials => [Checks.NoServerError, Checks.NoErrors],
            Verdict.Accepted => DeclaredAnswers.Success(call.Operation),
            Verdict.Rejected => isPath ? DeclaredAnswers.Refusal(call.Operation, 404) : DeclaredAnswers.Refusal(call.Operation),
            _ => [Checks.NoServerError, Checks.NoErrors],
        }));

    private static LocatedSchema? Fold(GenerationContext context, LocatedSchema? found) =>
        found is null ? null : context.Schemas.Reader.Fold(found.Schema, found.Document, []);
}

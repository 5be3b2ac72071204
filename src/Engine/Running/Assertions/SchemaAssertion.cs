using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>
/// The JSON body is as a schema says. The value is a reference (<c>openapi.yaml#/components/schemas/User</c>), a table of references by
/// status (<c>200</c>, <c>4XX</c>, <c>default</c>), or the schema itself.
/// </summary>
internal sealed class SchemaAssertion : IAssertionEvaluator
{
    private const int MaxShown = 3;

    public string? Problem(Assertion assertion, ExpressionCache expressions) =>
        Operators.TextOf(assertion.Value) is { } reference ? (reference.Contains('#', StringComparison.Ordinal) ? null : $"schema reference '{reference}' needs a # and a pointer")
        : assertion.Value is JsonObject ? null
        : "schema needs a reference such as openapi.yaml#/components/schemas/User, references by status, or a schema";

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        var run = view.Context.Run;
        if (run.SchemaChecker is null) return new(Verdict.Unknown("this run has no schema validator"));
        if (!TryChoose(assertion.Value!, view.Answer.Status, out var schema)) return new(Verdict.Unknown($"no schema is declared for status {view.Answer.Status}"));
        if (schema is null) return new(new Verdict(Holds: true, "no body declared"));
        if (view.Answer.Body.Json(out var problem) is not { } json) return new(Verdict.Unknown(problem!));
        var (errors, broken) = run.SchemaChecker.Check(json, schema, run.Documents);
        if (errors.Count == 0 && broken.Count > 0)
            throw new CaseProblemException(Reasons.InvalidCase, $"The schema cannot be used, so nothing is said about the answer: {broken[0]}. Mend the document, or the reference: path/in/the/project.yaml#/pointer");
        if (errors.Count == 0) return new(new Verdict(Holds: true, "valid"));
        var more = errors.Count > MaxShown ? $" (and {errors.Count - MaxShown} more)" : "";
        return new(new Verdict(Holds: false, string.Join("; ", errors.Take(MaxShown)) + more));
    }

    private static bool TryChoose(JsonNode value, int status, out JsonNode? schema)
    {
        schema = value;
        if (value is not JsonObject table || !IsByStatus(table)) return true;
        return table.TryGetPropertyValue(status.ToString(CultureInfo.InvariantCulture), out schema)
            || table.TryGetPropertyValue($"{status / 100}XX", out schema) || table.TryGetPropertyValue($"{status / 100}xx", out schema)
            || table.TryGetPropertyValue("default", out schema);
    }

    /// <summary>No keyword of JSON Schema looks like a status; <c>default</c> alone is a schema.</summary>
    private static bool IsByStatus(JsonObject table) =>
        table.Any(p => p.Key.Length == 3 && char.IsAsciiDigit(p.Key[0])) || (table.Count == 1 && table["default"]?.GetValueKind() == JsonValueKind.String);
}

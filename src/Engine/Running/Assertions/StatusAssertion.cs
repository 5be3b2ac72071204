using System.Globalization;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>Compares the status code with codes (<c>200</c>) and classes (<c>"2xx"</c>).</summary>
internal sealed class StatusAssertion : IAssertionEvaluator
{
    public string? Problem(Assertion assertion, ExpressionCache expressions) => (assertion.Operator ?? Operators.Eq) switch
    {
        Operators.Eq or Operators.Ne => IsStatus(assertion.Value) ? null : "status needs a code such as 200 or a class such as \"2xx\"",
        Operators.In => assertion.Value is JsonArray { Count: > 0 } list && list.All(IsStatus) ? null : "status in needs a list of codes or classes",
        Operators.Lt or Operators.Le or Operators.Gt or Operators.Ge => Code(assertion.Value) is not null ? null : "status needs a code such as 400 here",
        var other => $"operator '{other}' does not go with status; use eq, ne, in, lt, le, gt or ge",
    };

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        if (view.Answer.Query is not null) return new(Verdict.Unknown("a query has no HTTP status; use no_sql_error or returns_data"));
        var status = view.Answer.Status;
        return new(new Verdict(Fits(assertion, status), status.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether an answer with this status would be as the assertion wants it.</summary>
    public static bool IsMetBy(Assertion assertion, int status) => Fits(assertion, status) != assertion.Not;

    private static bool Fits(Assertion assertion, int status)
    {
        var limit = Code(assertion.Value);
        return (assertion.Operator ?? Operators.Eq) switch
        {
            Operators.Eq => Is(status, assertion.Value),
            Operators.Ne => !Is(status, assertion.Value),
            Operators.In => assertion.Value is JsonArray list && list.Any(item => Is(status, item)),
            Operators.Lt => status < limit,
            Operators.Le => status <= limit,
            Operators.Gt => status > limit,
            _ => status >= limit,
        };
    }

    private static bool IsStatus(JsonNode? value) => Code(value) is not null || Class(value) is not null;

    private static bool Is(int status, JsonNode? expected) => Code(expected) is { } code ? status == code : Class(expected) == status / 100;

    private static int? Code(JsonNode? value)
    {
        var number = Operators.NumberOf(value)
            ?? (int.TryParse(Operators.TextOf(value), NumberStyles.None, CultureInfo.InvariantCulture, out var text) ? text : null);
        return number is >= 100 and <= 999 && double.IsInteger(number.Value) ? (int)number.Value : null;
    }

    private static int? Class(JsonNode? value) =>
        Operators.TextOf(value) is { Length: 3 } text && text[0] is >= '1' and <= '9' && text.EndsWith("xx", StringComparison.OrdinalIgnoreCase) ? text[0] - '0' : null;
}

using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>All assertion types by name, and the way from an assertion to its result.</summary>
internal static class AssertionSet
{
    private const int MaxShown = 500;

    /// <summary>What holds of an answer whose case says nothing (T004-47).</summary>
    public static readonly Assertion Default = new() { Type = AssertionTypes.Status, Operator = Operators.Lt, Value = 400 };

    /// <summary>The same for a query.</summary>
    public static readonly Assertion DefaultForQuery = new() { Type = AssertionTypes.NoSqlError };

    private static readonly FrozenDictionary<string, IAssertionEvaluator> Evaluators = new Dictionary<string, IAssertionEvaluator>(StringComparer.Ordinal)
    {
        [AssertionTypes.Status] = new StatusAssertion(),
        [AssertionTypes.Header] = new ValueAssertion((a, v) => (Observed.Of(v.Answer.Header(a.Subject!)), null), (s, _) => Needed(s, "a header's name is missing")),
        [AssertionTypes.Cookie] = new ValueAssertion((a, v) => (CookieValue.Find(a.Subject!, v.Answer, v.Jar), null), (s, _) => CookieValue.SubjectProblem(s)),
        [AssertionTypes.Body] = new ValueAssertion((_, v) => (Observed.Of(v.Answer.Body.Text), null)),
        [AssertionTypes.JsonPath] = new ValueAssertion((a, v) => Extraction.JsonPath(a.Subject, v.Answer, v.Context.Expressions), (s, e) => e.JsonPath(s).Problem),
        [AssertionTypes.XPath] = new ValueAssertion((a, v) => Extraction.XPath(a.Subject, v.Answer), (s, e) => e.XPathProblem(s)),
        [AssertionTypes.Css] = new ValueAssertion((a, v) => Extraction.Css(a.Subject, v.Answer, v.Context.Expressions), (s, e) => e.Css(s).Problem),
        [AssertionTypes.Regex] = new ValueAssertion((a, v) => Extraction.Regex(a.Subject, v.Answer, v.Context.Expressions), (s, e) => e.Pattern(s).Problem),
        [AssertionTypes.Duration] = new ValueAssertion((_, v) => (Observed.Of(Math.Ceiling(v.Answer.Duration.TotalMilliseconds)), null), defaultOperator: Operators.Le),
        [AssertionTypes.Size] = new ValueAssertion((_, v) => (Observed.Of(v.Answer.Body.Length), null), defaultOperator: Operators.Eq),
        [AssertionTypes.Schema] = new SchemaAssertion(),
        [AssertionTypes.Contains] = new ContainsAssertion(),
        [AssertionTypes.NoErrors] = new NoErrorsAssertion(),
        [AssertionTypes.NoSqlError] = new NoSqlErrorAssertion(),
        [AssertionTypes.ReturnsData] = new ReturnsDataAssertion(),
        [AssertionTypes.Redirect] = new RedirectAssertion(),
        [AssertionTypes.Rejected] = new RejectedAssertion(),
        [AssertionTypes.ContentType] = new ContentTypeAssertion(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Types that need no value to be complete.</summary>
    private static readonly FrozenSet<string> Flags =
        new[] { AssertionTypes.NoErrors, AssertionTypes.NoSqlError, AssertionTypes.ReturnsData, AssertionTypes.Rejected }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What an assertion's author must mend; null when it can be evaluated.</summary>
    public static string? Problem(Assertion assertion, ExpressionCache expressions)
    {
        if (Flags.Contains(assertion.Type) && assertion.Value?.GetValueKind() == JsonValueKind.False)
            return $"{assertion.Type}: false is no value of it; write 'not: {assertion.Type}'";
        assertion = WithoutFlag(assertion);
        if (!Evaluators.TryGetValue(assertion.Type, out var evaluator))
            return $"assertion type '{assertion.Type}' is not known; use one of {string.Join(", ", AssertionTypes.All.Order(StringComparer.Ordinal))}";
        return evaluator.Problem(assertion, expressions) is { } problem ? $"{assertion.Type}: {problem}" : null;
    }

    /// <summary><c>no_errors: true</c> says what <c>no_errors</c> says.</summary>
    private static Assertion WithoutFlag(Assertion assertion) =>
        Flags.Contains(assertion.Type) && assertion.Value?.GetValueKind() == JsonValueKind.True ? assertion with { Value = null } : assertion;

    /// <summary>The verdict in the form that is stored; every text is redacted.</summary>
    public static async ValueTask<AssertionResult> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        assertion = WithoutFlag(assertion);
        var verdict = await Evaluators[assertion.Type].EvaluateAsync(assertion, view, ct);
        var redactor = view.Context.Redactor;
        var passed = !verdict.CannotTell && verdict.Holds != assertion.Not;
        return new AssertionResult(
            redactor.RedactStart(TextOf(assertion), MaxShown), passed,
            Short(Expected(assertion)), Short(verdict.Actual), passed ? null : Short(verdict.Message));

        string? Short(string? text) => text is null ? null : redactor.RedactStart(text, MaxShown);
    }

    /// <summary><c>{type} {operator} {expected}</c> (S004-RUN-06), with the subject after the type.</summary>
    public static string TextOf(Assertion assertion)
    {
        var subject = assertion.Subject is null ? "" : $" {assertion.Subject}";
        var not = assertion.Not ? " not" : "";
        var name = assertion.Operator ?? (assertion.Value is null ? null : DefaultOperator(assertion));
        return $"{assertion.Type}{subject}{not}{(name is null ? "" : $" {name}")}{(Expected(assertion) is { } expected ? $" {expected}" : "")}";
    }

    private static string DefaultOperator(Assertion assertion) => assertion.Type switch
    {
        AssertionTypes.Contains => Operators.Contains,
        AssertionTypes.Duration => Operators.Le,
        AssertionTypes.ContentType or AssertionTypes.Rejected when assertion.Value is JsonArray => Operators.In,
        _ => Operators.Eq,
    };

    private static string? Expected(Assertion assertion) => assertion.Value switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        // A table of references by status says nothing to a reader; the violations do.
        JsonObject when assertion.Type == AssertionTypes.Schema => "declared",
        var other => other.ToJsonString(),
    };

    private static string? Needed(string? subject, string problem) => string.IsNullOrWhiteSpace(subject) ? problem : null;
}

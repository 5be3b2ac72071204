using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>The media type is one of those named, parameters such as charset aside; <c>*</c> stands for any part (<c>image/*</c>, <c>application/*+json</c>).</summary>
internal sealed class ContentTypeAssertion : IAssertionEvaluator
{
    public string? Problem(Assertion assertion, ExpressionCache expressions) =>
        assertion.Operator is not (null or Operators.Eq or Operators.In) ? $"operator '{assertion.Operator}' does not go with content_type; use eq or in"
        : Allowed(assertion).Any() && Allowed(assertion).All(t => t is not null) ? null
        : "content_type needs a media type such as application/json, or a list of them";

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        var header = view.Answer.Header("Content-Type");
        var actual = MediaType(header);
        var holds = actual.Length > 0 && Allowed(assertion).Any(t => Matches(MediaType(t), actual));
        return new(new Verdict(holds, header ?? "no Content-Type"));
    }

    private static IEnumerable<string?> Allowed(Assertion assertion) =>
        assertion.Value is JsonArray list ? list.Select(Operators.TextOf) : [Operators.TextOf(assertion.Value)];

    /// <summary>In lower case and without parameters; empty where nothing says what it is.</summary>
    public static string MediaType(string? header) => header?.Split(';')[0].Trim().ToLowerInvariant() ?? "";

    private static bool Matches(string allowed, string actual)
    {
        var star = allowed.IndexOf('*', StringComparison.Ordinal);
        if (allowed == "*/*") return true;
        return star < 0 ? allowed == actual
            : actual.Length >= allowed.Length - 1 && actual.StartsWith(allowed[..star], StringComparison.Ordinal) && actual.EndsWith(allowed[(star + 1)..], StringComparison.Ordinal);
    }
}

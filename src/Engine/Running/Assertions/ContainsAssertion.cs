using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>The body holds a text (T004-50: anything but a text is refused before the request is sent).</summary>
internal sealed class ContainsAssertion : IAssertionEvaluator
{
    private const int ShownStart = 200;

    public string? Problem(Assertion assertion, ExpressionCache expressions) =>
        assertion.Operator is not (null or Operators.Contains) ? $"operator '{assertion.Operator}' does not go with contains; leave it out"
        : Operators.TextOf(assertion.Value) is { Length: > 0 } ? null
        : $"contains needs a text, got {assertion.Value?.GetValueKind().ToString().ToLowerInvariant() ?? "nothing"}; put it in quotes";

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        var text = view.Answer.Body.Text;
        var holds = text.Contains(Operators.TextOf(assertion.Value)!, StringComparison.Ordinal);
        return new(new Verdict(holds, holds ? "found" : $"not in {(text.Length == 0 ? "an empty body" : Start(view, text))}"));
    }

    private static string Start(AnswerView view, string text) =>
        text.Length <= ShownStart ? text : view.Context.Redactor.RedactStart(text, ShownStart) + "…";
}

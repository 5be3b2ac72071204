using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>An assertion that takes one value out of an answer and applies an operator to it; what the most types are.</summary>
/// <param name="observe">Takes the value; the second part says why there is nothing to look at.</param>
/// <param name="subjectProblem">What is wrong with the subject; null when nothing is.</param>
/// <param name="defaultOperator">Used when the author names none; null means eq where there is a value, else exists.</param>
internal sealed class ValueAssertion(
    Func<Assertion, AnswerView, (Observed Value, string? Problem)> observe,
    Func<string?, ExpressionCache, string?>? subjectProblem = null,
    string? defaultOperator = null) : IAssertionEvaluator
{
    public string? Problem(Assertion assertion, ExpressionCache expressions) =>
        subjectProblem?.Invoke(assertion.Subject, expressions) ?? Operators.Problem(OperatorOf(assertion), assertion.Value, expressions);

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        var (value, problem) = observe(assertion, view);
        return new(problem is null ? Operators.Apply(OperatorOf(assertion), value, assertion.Value, view.Context.Expressions) : Verdict.Unknown(problem));
    }

    private string OperatorOf(Assertion assertion) => assertion.Operator ?? defaultOperator ?? (assertion.Value is null ? Operators.Exists : Operators.Eq);
}

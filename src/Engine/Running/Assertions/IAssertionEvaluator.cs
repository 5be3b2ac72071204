using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>Knows one type of assertion: what is wrong with how it is written, and whether it holds of an answer.</summary>
internal interface IAssertionEvaluator
{
    /// <summary>What its author must mend; null when it can be evaluated.</summary>
    string? Problem(Assertion assertion, ExpressionCache expressions);

    /// <summary>Whether it holds, before <see cref="Assertion.Not"/> is applied.</summary>
    ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct);
}

/// <param name="Holds">Before negation.</param>
/// <param name="Actual">What was seen, in a few words.</param>
/// <param name="Message">Why it could not be told or does not hold, when expected and actual do not say it.</param>
/// <param name="CannotTell">The answer has nothing to look at (no JSON, say): the assertion fails, negated or not.</param>
internal readonly record struct Verdict(bool Holds, string? Actual, string? Message = null, bool CannotTell = false)
{
    public static Verdict Unknown(string message) => new(Holds: false, null, message, CannotTell: true);
}

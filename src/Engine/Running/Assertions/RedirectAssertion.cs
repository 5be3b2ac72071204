using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>
/// The answer is a redirect, and its Location is as the operator and value say. A location on the target itself is compared as a path, so
/// that a case does not depend on where it runs.
/// </summary>
internal sealed class RedirectAssertion : IAssertionEvaluator
{
    public string? Problem(Assertion assertion, ExpressionCache expressions) =>
        assertion.Value is null && assertion.Operator is null ? null : Operators.Problem(OperatorOf(assertion), assertion.Value, expressions);

    public ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        var answer = view.Answer;
        var location = answer.Header("Location");
        if (answer.Status is < 300 or > 399 || location is null) return new(new Verdict(Holds: false, $"{answer.Status}{(location is null ? " without Location" : $" to {location}")}"));
        var path = PathOnTarget(answer, location, view.Context.Run.Target.BaseUrl);
        if (assertion.Value is null && assertion.Operator is null) return new(new Verdict(Holds: true, $"{answer.Status} to {path}"));
        var asPath = Operators.Apply(OperatorOf(assertion), Observed.Of(path), assertion.Value, view.Context.Expressions);
        var asWritten = Operators.Apply(OperatorOf(assertion), Observed.Of(location), assertion.Value, view.Context.Expressions);
        return new(new Verdict(asPath.Holds || asWritten.Holds, $"{answer.Status} to {path}"));
    }

    /// <summary>Path and query relative to the base URL when the location stays on the target, else the location as written.</summary>
    internal static string PathOnTarget(Answer answer, string location, Uri baseUrl)
    {
        if (answer.Request is null || !Uri.TryCreate(answer.Request.Url, location, out var url) || !TargetUrl.IsSameOrigin(baseUrl, url)) return location;
        var prefix = baseUrl.AbsolutePath.TrimEnd('/');
        var path = url.PathAndQuery;
        return prefix.Length > 0 && path.StartsWith(prefix + "/", StringComparison.Ordinal) ? path[prefix.Length..] : path;
    }

    private static string OperatorOf(Assertion assertion) => assertion.Operator ?? Operators.Eq;
}

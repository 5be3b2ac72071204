using System.Globalization;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Captures;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>Finds what is wrong with a case before anything is sent; the same check serves whoever saves cases (T004-50).</summary>
public static class AssertionValidation
{
    /// <returns>One sentence for each problem, with the step it is in; empty when the case can run.</returns>
    public static IReadOnlyList<string> Check(TestCase testCase)
    {
        ArgumentNullException.ThrowIfNull(testCase);
        return Check(testCase, new ExpressionCache());
    }

    internal static IReadOnlyList<string> Check(TestCase testCase, ExpressionCache expressions)
    {
        if (testCase.Steps.Count == 0) return ["the case has no steps"];
        List<string>? problems = null;
        if (testCase.Kind == CaseKind.Load && testCase.Load is not { Users: > 0, Duration.Ticks: > 0 }) Add("a load case needs users and a duration");
        for (var i = 0; i < testCase.Steps.Count; i++)
            foreach (var problem in Check(testCase.Steps[i], expressions)) Add(testCase.Steps.Count == 1 ? problem : string.Create(CultureInfo.InvariantCulture, $"step {i + 1}: {problem}"));
        return problems ?? (IReadOnlyList<string>)[];

        void Add(string problem) => (problems ??= []).Add(problem);
    }

    private static IEnumerable<string> Check(Step step, ExpressionCache expressions)
    {
        if (step.Request is null == step.Query is null) yield return "a step is either a request or a query";
        if (step.Request is { } request)
        {
            if (TargetUrl.Problem(request.Target) is { } target) yield return target;
            if (!IsMethod(request.Method)) yield return $"'{request.Method}' is not an HTTP method";
        }
        foreach (var assertion in step.Assertions)
            if (AssertionSet.Problem(assertion, expressions) is { } problem) yield return problem;
        foreach (var capture in step.Captures)
            if (CaptureReader.Problem(capture, expressions) is { } problem) yield return problem;
    }

    private static bool IsMethod(string method) => method.Length is > 0 and <= 20 && method.All(char.IsAsciiLetter);
}

using System.Globalization;
using Alicerce.Engine.Running.Assertions;
using Alicerce.Engine.Running.Auth;
using Alicerce.Engine.Running.Paths;
using Capture = Alicerce.Engine.Cases.Capture;

namespace Alicerce.Engine.Running.Captures;

/// <summary>Takes the parts of an answer that a case wants to use later.</summary>
internal static class CaptureReader
{
    public static string? Problem(Capture capture, ExpressionCache expressions)
    {
        var problem = capture.From switch
        {
            "status" or "body" or "csrf" => null,
            "header" => string.IsNullOrWhiteSpace(capture.Subject) ? "a header's name is missing" : null,
            "cookie" => CookieValue.SubjectProblem(capture.Subject),
            "jsonpath" => expressions.JsonPath(capture.Subject).Problem,
            "xpath" => expressions.XPathProblem(capture.Subject),
            "css" => expressions.Css(capture.Subject).Problem,
            "regex" => expressions.Pattern(capture.Subject).Problem,
            _ => $"'{capture.From}' is not known; use status, header, cookie, body, jsonpath, xpath, css, regex or csrf",
        };
        return problem is null ? null : $"capture '{capture.Name}': {problem}";
    }

    /// <returns>The value; null when the answer has none there, with the reason when nothing could be looked at.</returns>
    public static (string? Value, string? Problem) Read(Capture capture, AnswerView view)
    {
        var (found, problem) = Find(capture, view);
        return (found.Exists ? found.ToString() : null, problem);
    }

    private static (Observed Value, string? Problem) Find(Capture capture, AnswerView view)
    {
        var answer = view.Answer;
        return capture.From switch
        {
            "status" => (Observed.Of(answer.Status.ToString(CultureInfo.InvariantCulture)), null),
            "header" => (Observed.Of(answer.Header(capture.Subject!)), null),
            "cookie" => (CookieValue.Find(capture.Subject!, answer, view.Jar), null),
            "jsonpath" => Extraction.JsonPath(capture.Subject, answer, view.Context.Expressions),
            "xpath" => Extraction.XPath(capture.Subject, answer),
            "css" => Extraction.Css(capture.Subject, answer, view.Context.Expressions),
            "regex" => Extraction.Regex(capture.Subject, answer, view.Context.Expressions),
            "csrf" => (Observed.Of(CsrfToken.FindIn(answer.Body.Html(out var problem))?.Value), problem),
            _ => (Observed.Of(answer.Body.Text), null),
        };
    }
}

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

    /// <summary>The value, or null when the answer has none there.</summary>
    public static string? Read(Capture capture, AnswerView view)
    {
        var answer = view.Answer;
        var found = capture.From switch
        {
            "status" => Observed.Of(answer.Status.ToString(CultureInfo.InvariantCulture)),
            "header" => Observed.Of(answer.Header(capture.Subject!)),
            "cookie" => CookieValue.Find(capture.Subject!, answer, view.Jar),
            "jsonpath" => Extraction.JsonPath(capture.Subject, answer, view.Context.Expressions).Value,
            "xpath" => Extraction.XPath(capture.Subject, answer).Value,
            "css" => Extraction.Css(capture.Subject, answer, view.Context.Expressions).Value,
            "regex" => Extraction.Regex(capture.Subject, answer, view.Context.Expressions).Value,
            "csrf" => Observed.Of(CsrfToken.FindIn(answer.Body.Html(out _))?.Value),
            _ => Observed.Of(answer.Body.Text),
        };
        return found.Exists ? found.ToString() : null;
    }
}

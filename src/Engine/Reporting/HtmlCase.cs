using System.Globalization;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>One case in an HTML report: a line, or for a failure a line that opens on what was sent, what came and how to do it again.</summary>
internal static class HtmlCase
{
    private const int MaxSteps = 20;
    private const int MaxAssertions = 50;
    private const int MaxHeaders = 100;

    public static void WriteLine(TextWriter html, CaseResult result, ReportLabels labels)
    {
        html.Write($"<div class=\"case\" {Attributes(result)}>");
        WriteTitle(html, result, labels);
        if (result.Message is not null)
            html.Write($" <span class=\"soft\">{HtmlText.Escape(result.Message, 500)}</span>");
        html.Write("</div>\n");
    }

    public static void WriteFailure(TextWriter html, CaseResult result, ReportLabels labels)
    {
        html.Write($"<details class=\"case\" {Attributes(result)}><summary>");
        WriteTitle(html, result, labels);
        html.Write("</summary>\n");
        html.Write($"<p>{HtmlText.Escape(FailureText.Headline(result, labels.Language))}</p>\n<p class=\"soft\">{HtmlText.Escape(ReasonTexts.Of(result.Reason, labels.Language))} · {HtmlText.Escape(result.Case.Key)}");
        html.Write(result.Attempt > 1 ? $" · {labels.Attempt} {result.Attempt}</p>\n" : "</p>\n");
        foreach (var step in result.Steps.Take(MaxSteps))
            WriteStep(html, step, labels);
        html.Write("</details>\n");
    }

    private static string Attributes(CaseResult result) =>
        $"id=\"{HtmlText.AnchorOf(result.Case.Key)}\" data-status=\"{StatusOf(result)}\"{(result.Flaky ? " data-flaky" : "")}";

    private static void WriteTitle(TextWriter html, CaseResult result, ReportLabels labels)
    {
        html.Write($"<span class=\"status\">{labels.Of(result.Status)}</span> {HtmlText.Escape(result.Case.Name, 500)} ");
        html.Write(string.Create(CultureInfo.InvariantCulture, $"<span class=\"soft\">{result.Duration.TotalMilliseconds:0} ms{(result.Flaky ? $", {labels.Flaky}" : "")}</span>"));
    }

    private static void WriteStep(TextWriter html, StepResult step, ReportLabels labels)
    {
        if (step.Name is not null)
            html.Write($"<h3>{HtmlText.Escape(step.Name, 500)}</h3>\n");
        var failed = step.Assertions.Where(assertion => !assertion.Passed).Take(MaxAssertions).ToArray();
        if (failed.Length > 0)
            WriteAssertions(html, failed, labels);
        if (step.Request is { } request)
        {
            html.Write($"<h3>{labels.Request}</h3>\n<pre tabindex=\"0\">{HtmlText.Escape($"{request.Method} {request.Url}")}\n");
            WriteMessage(html, request.Headers, request.Body);
        }
        if (step.Response is { } response)
        {
            html.Write($"<h3>{labels.Response}</h3>\n<pre tabindex=\"0\">HTTP {response.Status}, {response.BodyLength} {labels.Bytes}{(response.Truncated ? $", {labels.Cut}" : "")}\n");
            WriteMessage(html, response.Headers, response.Body);
        }
        if (step.Request?.Curl is { } curl)
            html.Write($"<h3>{labels.DoItAgain}</h3>\n<pre tabindex=\"0\">{HtmlText.Escape(curl)}</pre>\n");
    }

    private static void WriteAssertions(TextWriter html, AssertionResult[] failed, ReportLabels labels)
    {
        html.Write($"<table><thead><tr><th scope=\"col\">{labels.Check}</th><th scope=\"col\">{labels.Expected}</th><th scope=\"col\">{labels.Actual}</th></tr></thead><tbody>\n");
        foreach (var assertion in failed)
            html.Write($"<tr><td>{HtmlText.Escape(assertion.Assertion, 500)}</td><td>{HtmlText.Escape(assertion.Expected ?? labels.Nothing, 2_000)}</td><td>{HtmlText.Escape(assertion.Actual ?? labels.Nothing, 2_000)}</td></tr>\n");
        html.Write("</tbody></table>\n");
    }

    private static void WriteMessage(TextWriter html, IReadOnlyList<NameValue> headers, string? body)
    {
        foreach (var header in headers.Take(MaxHeaders))
            html.Write($"{HtmlText.Escape(header.Name, 200)}: {HtmlText.Escape(header.Value, 1_000)}\n");
        html.Write($"\n{HtmlText.Escape(body)}</pre>\n");
    }

    /// <summary>For the script and the style: the same in each language.</summary>
    private static string StatusOf(CaseResult result) => result.Status.ToString().ToLowerInvariant();
}

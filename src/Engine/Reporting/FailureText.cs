using System.Globalization;
using System.Text;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>A failure in plain words, for the formats that have one field for it.</summary>
internal static class FailureText
{
    private const int MaxBodyChars = 2_000;
    private const int MaxValueChars = 1_000;
    private const int MaxChars = 20_000;

    /// <summary>One line: the message, else the reason's text.</summary>
    public static string Headline(CaseResult result, ReportLanguage language = ReportLanguage.English) =>
        ReportText.Line(string.IsNullOrEmpty(result.Message) ? ReasonTexts.Of(result.Reason, language) : result.Message, MaxValueChars);

    /// <summary>What was expected and what came, then how to do it again, step by step.</summary>
    public static string Details(CaseResult result)
    {
        var text = new StringBuilder(Headline(result)).Append('\n');
        foreach (var step in result.Steps)
        {
            foreach (var assertion in step.Assertions.Where(assertion => !assertion.Passed))
                text.Append(CultureInfo.InvariantCulture, $"\n{assertion.Assertion}\n  expected: {Value(assertion.Expected)}\n  actual:   {Value(assertion.Actual)}\n");
            if (step.Request is { } request)
                text.Append(CultureInfo.InvariantCulture, $"\n{request.Curl ?? $"{request.Method} {request.Url}"}\n");
            if (step.Response is { } response)
                text.Append(CultureInfo.InvariantCulture, $"HTTP {response.Status}, {response.BodyLength} bytes\n{ReportText.Cut(response.Body, MaxBodyChars)}\n");
            if (text.Length > MaxChars)
                break;
        }
        return ReportText.Cut(text.ToString().TrimEnd(), MaxChars);
    }

    private static string Value(string? value) => value is null ? "(nothing)" : ReportText.Cut(value, MaxValueChars);
}

using System.Globalization;
using System.Text;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>A short summary for a comment on a pull request: totals, the most frequent causes, a line to do each again.</summary>
/// <param name="path">Where the file goes.</param>
/// <param name="coverage">Shown when given; whoever gives it feeds it.</param>
public sealed class MarkdownReport(string path, Coverage? coverage = null) : FileReport(path)
{
    private const int MaxCauses = 10;
    private const int MaxCurlChars = 1_000;

    private readonly Counts _counts = new();
    private readonly CauseGroups _causes = new(maxSamples: 3);

    private protected override void Begin(RunStarted started)
    {
    }

    private protected override void Write(CaseResult result)
    {
        _counts.Add(result);
        _causes.Add(result);
    }

    private protected override async Task ComposeAsync(Stream file, RunStarted started, RunFinished finished, CancellationToken ct)
    {
        var text = new StringBuilder();
        var verdict = finished.Summary switch { { IsGreen: true } => "✅ passed", { Cancelled: true } => "⏹ cancelled", _ => "❌ failed" };
        text.Append(CultureInfo.InvariantCulture, $"## Alicerce: {verdict}\n\n{Code(started.SuiteName)} on {Code(started.BaseUrl)}");
        text.Append(CultureInfo.InvariantCulture, $" in {finished.Summary.Duration.TotalSeconds:0.0} s. {_causes.Headline()}.\n\n");
        text.Append("| Cases | Passed | Failed | Errors | Skipped | Flaky |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n");
        text.Append(CultureInfo.InvariantCulture, $"| {_counts.Total} | {_counts.Passed} | {_counts.Failed} | {_counts.Errors} | {_counts.Skipped} | {_counts.Flaky} |\n");
        AppendCauses(text);
        if (coverage is not null)
            AppendCoverage(text, coverage.Shares);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ct);
    }

    private void AppendCauses(StringBuilder text)
    {
        var groups = _causes.Groups;
        if (groups.Count == 0)
            return;
        text.Append("\n### Causes\n\n");
        foreach (var group in groups.Take(MaxCauses))
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{group.Count} × {ReasonTexts.Of(group.Reason)}**: {Code(group.Message)}\n");
            foreach (var sample in group.Samples)
                text.Append(CultureInfo.InvariantCulture, $"  - {Code(sample.Name)}\n");
            if (group.Count > group.Samples.Count)
                text.Append(CultureInfo.InvariantCulture, $"  - … and {group.Count - group.Samples.Count} more\n");
            if (group.Samples.Select(sample => sample.Curl).FirstOrDefault(curl => curl is { Length: <= MaxCurlChars }) is { } line)
                text.Append(CultureInfo.InvariantCulture, $"\n    {Fenced(line)}\n\n");
        }
        if (groups.Count > MaxCauses || _causes.Ungrouped > 0)
            text.Append(CultureInfo.InvariantCulture, $"- {_causes.Failures - groups.Take(MaxCauses).Sum(group => group.Count)} failures have further causes\n");
    }

    private static void AppendCoverage(StringBuilder text, IReadOnlyList<CoverageShare> shares)
    {
        text.Append("\n| Coverage | Found | With a case | Passed |\n| --- | ---: | ---: | ---: |\n");
        foreach (var share in shares)
            text.Append(CultureInfo.InvariantCulture, $"| {share.Kind} | {share.Found} | {ReportNumbers.Percent(share.CaseShare)} | {ReportNumbers.Percent(share.PassedShare)} |\n");
    }

    /// <summary>Text of a target as one line of code, where no mark-up, mention or link is read.</summary>
    private static string Code(string? text)
    {
        var line = ReportText.Line(text, 200).Replace('`', 'ˋ').Trim();
        return line.Length == 0 ? "–" : $"`{line}`";
    }

    /// <summary>A command as a block of code, inside a fence longer than any run of backticks in it.</summary>
    private static string Fenced(string command)
    {
        var clean = ReportText.Clean(command);
        var fence = new string('`', Math.Max(3, LongestRun(clean) + 1));
        return $"{fence}sh\n{clean}\n{fence}".Replace("\n", "\n    ", StringComparison.Ordinal);
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
            longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        return longest;
    }
}

using System.Globalization;
using System.Text;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>
/// One HTML file that needs nothing else: causes on top, then failures with all that is known of them, then the rest. Everything a target
/// said is escaped, and a content security policy stops whatever might get through anyway.
/// </summary>
/// <param name="path">Where the file goes.</param>
/// <param name="coverage">Shown when given; whoever gives it feeds it.</param>
public sealed class HtmlReport(string path, Coverage? coverage = null) : FileReport(path)
{
    private const int MaxDetailed = 1_000;
    private const int MaxLines = 20_000;

    private readonly Counts _counts = new();
    private readonly CauseGroups _causes = new();
    private FileStream _failureSpool = null!;
    private FileStream _otherSpool = null!;
    private StreamWriter _failures = null!;
    private StreamWriter _others = null!;
    private int _detailed;
    private int _lines;

    private protected override void Begin(RunStarted started)
    {
        _failures = new StreamWriter(_failureSpool = OpenSpool(), new UTF8Encoding(false));
        _others = new StreamWriter(_otherSpool = OpenSpool(), new UTF8Encoding(false));
    }

    private protected override void Write(CaseResult result)
    {
        _counts.Add(result);
        _causes.Add(result);
        var failed = result.Status is CaseStatus.Failed or CaseStatus.Error;
        if (failed && _detailed++ < MaxDetailed)
            HtmlCase.WriteFailure(_failures, result);
        else if (_lines++ < MaxLines)
            HtmlCase.WriteLine(failed ? _failures : _others, result);
    }

    private protected override async Task ComposeAsync(Stream file, RunStarted started, RunFinished finished, CancellationToken ct)
    {
        await using var html = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        WriteHead(html, started, finished);
        WriteCauses(html);
        if (coverage is not null)
            WriteCoverage(html, coverage.Shares);
        WriteFilter(html);
        await html.FlushAsync(ct);
        await _failures.FlushAsync(ct);
        await CopyAsync(_failureSpool, file, ct);
        await _others.FlushAsync(ct);
        await CopyAsync(_otherSpool, file, ct);
        if (_lines > MaxLines)
            await html.WriteAsync($"<p>{_lines - MaxLines} more cases are not listed here; the JUnit and CTRF reports hold them all.</p>\n");
        await html.WriteAsync($"</section>\n</main>\n<script>{HtmlAssets.Script}</script>\n</body>\n</html>\n");
    }

    private void WriteHead(StreamWriter html, RunStarted started, RunFinished finished)
    {
        var name = HtmlText.Escape(started.SuiteName, 200);
        var verdict = finished.Summary switch { { IsGreen: true } => "passed", { Cancelled: true } => "cancelled", _ => "failed" };
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{HtmlAssets.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>{name}: {verdict}</title>
            <style>{HtmlAssets.Style}</style>
            </head>
            <body>
            <main>
            <h1>{name}: <span class="{(finished.Summary.IsGreen ? "green" : "red")}">{verdict}</span></h1>
            <p class="soft">{HtmlText.Escape(started.BaseUrl, 500)} · {HtmlText.Escape(started.Environment ?? "no environment", 200)} · {started.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC · seed {started.Seed}</p>
            <dl class="totals">
            {Total("Cases", _counts.Total)}{Total("Passed", _counts.Passed)}{Total("Failed", _counts.Failed)}{Total("Errors", _counts.Errors)}{Total("Skipped", _counts.Skipped)}{Total("Flaky", _counts.Flaky)}{Total("Findings", finished.Summary.FindingsConfirmed)}<div><dt>Duration</dt><dd>{finished.Summary.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s</dd></div>
            </dl>

            """);
    }

    private static string Total(string label, int count) => $"<div><dt>{label}</dt><dd>{count.ToString(CultureInfo.InvariantCulture)}</dd></div>\n";

    private void WriteCauses(StreamWriter html)
    {
        html.Write($"<section aria-labelledby=\"causes\">\n<h2 id=\"causes\">{_causes.Headline()}</h2>\n<ol>\n");
        foreach (var group in _causes.Groups)
        {
            html.Write($"<li><strong>{group.Count} × {HtmlText.Escape(ReasonTexts.Of(group.Reason))}</strong>: {HtmlText.Escape(ReportText.Line(group.Message, 500))}\n<ul>\n");
            foreach (var sample in group.Samples)
                html.Write($"<li><a href=\"#{HtmlText.AnchorOf(sample.Key)}\">{HtmlText.Escape(sample.Name, 300)}</a></li>\n");
            html.Write("</ul>\n</li>\n");
        }
        html.Write("</ol>\n");
        if (_causes.Ungrouped > 0)
            html.Write($"<p>{_causes.Ungrouped} failures have further causes.</p>\n");
        html.Write("</section>\n");
    }

    private static void WriteCoverage(StreamWriter html, IReadOnlyList<CoverageShare> shares)
    {
        html.Write("<section aria-labelledby=\"coverage\">\n<h2 id=\"coverage\">Coverage</h2>\n<table><thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">Found</th><th scope=\"col\">With a case</th><th scope=\"col\">Passed</th></tr></thead><tbody>\n");
        foreach (var share in shares)
            html.Write($"<tr><th scope=\"row\">{share.Kind}</th><td>{share.Found}</td><td>{share.WithCase} ({ReportNumbers.Percent(share.CaseShare)})</td><td>{share.Passed} ({ReportNumbers.Percent(share.PassedShare)})</td></tr>\n");
        html.Write("</tbody></table>\n</section>\n");
    }

    private void WriteFilter(StreamWriter html)
    {
        html.Write("<section aria-labelledby=\"cases\">\n<h2 id=\"cases\">Cases</h2>\n<fieldset id=\"filter\" hidden>\n<legend>Show</legend>\n");
        foreach (var choice in new[] { "all", "failed", "error", "skipped", "passed", "flaky" })
            html.Write($"<label><input type=\"radio\" name=\"status\" value=\"{choice}\"{(choice == "all" ? " checked" : "")}> {choice}</label>\n");
        html.Write($"</fieldset>\n<p class=\"soft\" id=\"shown\" role=\"status\">{_counts.Total} cases</p>\n");
    }
}

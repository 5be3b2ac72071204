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
/// <param name="language">Of the labels.</param>
public sealed class HtmlReport(string path, Coverage? coverage = null, ReportLanguage language = ReportLanguage.English) : FileReport(path)
{
    private const int MaxDetailed = 1_000;
    private const int MaxLines = 20_000;

    private readonly ReportLabels _labels = ReportLabels.Of(language);
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
            HtmlCase.WriteFailure(_failures, result, _labels);
        else if (_lines++ < MaxLines)
            HtmlCase.WriteLine(failed ? _failures : _others, result, _labels);
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
            await html.WriteAsync($"<p>{Filled(_labels.MoreCases, _lines - MaxLines)}</p>\n");
        await html.WriteAsync($"</section>\n</main>\n<script>{HtmlAssets.Script}</script>\n</body>\n</html>\n");
    }

    private void WriteHead(StreamWriter html, RunStarted started, RunFinished finished)
    {
        var name = HtmlText.Escape(started.SuiteName, 200);
        var verdict = finished.Summary switch { { IsGreen: true } => _labels.Passed, { Cancelled: true } => _labels.Cancelled, _ => _labels.Failed };
        html.Write($"""
            <!DOCTYPE html>
            <html lang="{_labels.Code}">
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
            <p class="soft">{HtmlText.Escape(started.BaseUrl, 500)} · {HtmlText.Escape(started.Environment ?? _labels.NoEnvironment, 200)} · {started.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC · {_labels.Seed} {started.Seed}</p>
            <dl class="totals">
            {Total(_labels.Cases, _counts.Total)}{Total(_labels.PassedCount, _counts.Passed)}{Total(_labels.FailedCount, _counts.Failed)}{Total(_labels.Errors, _counts.Errors)}{Total(_labels.SkippedCount, _counts.Skipped)}{Total(_labels.FlakyCount, _counts.Flaky)}{Total(_labels.Findings, finished.Summary.FindingsConfirmed)}<div><dt>{_labels.Duration}</dt><dd>{finished.Summary.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s</dd></div>
            </dl>

            """);
    }

    private static string Total(string label, int count) => $"<div><dt>{label}</dt><dd>{count.ToString(CultureInfo.InvariantCulture)}</dd></div>\n";

    private void WriteCauses(StreamWriter html)
    {
        html.Write($"<section aria-labelledby=\"causes\">\n<h2 id=\"causes\">{_causes.Headline(language)}</h2>\n<ol>\n");
        foreach (var group in _causes.Groups)
        {
            html.Write($"<li><strong>{group.Count} × {HtmlText.Escape(ReasonTexts.Of(group.Reason, language))}</strong>: {HtmlText.Escape(ReportText.Line(group.Message, 500))}\n<ul>\n");
            foreach (var sample in group.Samples)
                html.Write($"<li><a href=\"#{HtmlText.AnchorOf(sample.Key)}\">{HtmlText.Escape(sample.Name, 300)}</a></li>\n");
            if (group.Count > group.Samples.Count)
                html.Write($"<li>{Filled(_labels.MoreSamples, group.Count - group.Samples.Count)}</li>\n");
            html.Write("</ul>\n</li>\n");
        }
        html.Write("</ol>\n");
        if (_causes.Ungrouped > 0)
            html.Write($"<p>{Filled(_labels.MoreCauses, _causes.Ungrouped)}</p>\n");
        html.Write("</section>\n");
    }

    private void WriteCoverage(StreamWriter html, IReadOnlyList<CoverageShare> shares)
    {
        html.Write($"<section aria-labelledby=\"coverage\">\n<h2 id=\"coverage\">{_labels.Coverage}</h2>\n<table><thead><tr><th scope=\"col\">{_labels.Kind}</th><th scope=\"col\">{_labels.Found}</th><th scope=\"col\">{_labels.WithCase}</th><th scope=\"col\">{_labels.PassedCount}</th></tr></thead><tbody>\n");
        foreach (var share in shares)
            html.Write($"<tr><th scope=\"row\">{_labels.OfKind(share.Kind)}</th><td>{share.Found}</td><td>{share.WithCase} ({ReportNumbers.Percent(share.CaseShare)})</td><td>{share.Passed} ({ReportNumbers.Percent(share.PassedShare)})</td></tr>\n");
        html.Write("</tbody></table>\n</section>\n");
    }

    private void WriteFilter(StreamWriter html)
    {
        html.Write($"<section aria-labelledby=\"cases\">\n<h2 id=\"cases\">{_labels.Cases}</h2>\n<fieldset id=\"filter\" hidden>\n<legend>{_labels.Show}</legend>\n");
        foreach (var (choice, label) in new[] { ("all", _labels.All), ("failed", _labels.Failed), ("error", _labels.Error), ("skipped", _labels.Skipped), ("passed", _labels.Passed), ("flaky", _labels.Flaky) })
            html.Write($"<label><input type=\"radio\" name=\"status\" value=\"{choice}\"{(choice == "all" ? " checked" : "")}> {label}</label>\n");
        html.Write($"</fieldset>\n<p class=\"soft\" id=\"shown\" role=\"status\" data-text=\"{_labels.Shown}\">{Filled(_labels.CaseCount, _counts.Total)}</p>\n");
    }

    private static string Filled(string text, int count) => text.Replace("{0}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

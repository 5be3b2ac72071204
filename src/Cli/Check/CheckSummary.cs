using Alicerce.Engine.Discovery;
using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;
using Spectre.Console;

namespace Alicerce.Cli.Check;

/// <summary>What a check leaves at the end: causes with a curl line each, findings that were confirmed, what was left out, coverage, the verdict.</summary>
internal sealed class CheckSummary(IReadOnlyList<Component> components) : IRunListener
{
    private readonly Dictionary<string, int> _skippedByReason = new(StringComparer.Ordinal);

    public CauseGroups Causes { get; } = new();

    public Coverage Coverage { get; } = new(components);

    public IReadOnlyDictionary<string, int> SkippedByReason => _skippedByReason;

    /// <summary>Keys of cases that failed or errored: at most <see cref="MostKeys"/>.</summary>
    public List<string> FailedKeys { get; } = [];

    public List<string> ConfirmedFindings { get; } = [];

    public RunSummary? Summary { get; private set; }

    public int Seed { get; private set; }

    private const int MostKeys = 10_000;
    private const int MostSamples = 3;

    /// <summary>Said when no case ran.</summary>
    public string WhyEmpty { get; init; } = "No case ran, and an empty run never passes: check the folder, the filter and the types.";

    public int ExitCode => Summary switch
    {
        { Cancelled: true } => ExitCodes.Cancelled,
        { IsGreen: true } => ExitCodes.Ok,
        _ => ExitCodes.Failed,
    };

    public async ValueTask OnAsync(RunEvent runEvent, CancellationToken ct)
    {
        await Coverage.OnAsync(runEvent, ct);
        switch (runEvent)
        {
            case RunStarted started:
                Seed = started.Seed;
                break;
            case CaseFinished { Result: { IsFinal: true } result }:
                Coverage.AddCase(result.Case);
                Count(result);
                break;
            case RunFinished finished:
                Summary = finished.Summary;
                break;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Write(IAnsiConsole console)
    {
        if (Summary is not { } summary)
            return;
        console.WriteLine();
        WriteCauses(console);
        foreach (var finding in ConfirmedFindings)
            console.MarkupLineInterpolated($"[yellow]finding confirmed[/] {finding}");
        foreach (var (reason, count) in _skippedByReason.Where(r => r.Key != Reasons.FindingConfirmed).OrderByDescending(r => r.Value))
            console.MarkupLineInterpolated($"[grey]{count} skipped: {ReasonTexts.Of(reason, ReportLanguage.English)}[/]");
        if (components.Count > 0)
            console.MarkupLineInterpolated($"Coverage: {string.Join(", ", Coverage.Shares.Where(s => s.Found > 0).Select(s => $"{s.WithCase}/{s.Found} {s.Kind}"))}");
        var verdict = summary.IsGreen ? "[green]PASSED[/]" : "[red]FAILED[/]";
        console.Markup(summary.Cancelled ? "[yellow]STOPPED[/]" : verdict);
        console.MarkupLineInterpolated($" {summary.Passed} passed ({summary.Flaky} flaky), {summary.Failed} failed, {summary.Errors} errors, {summary.Skipped} skipped, {summary.FindingsConfirmed} findings confirmed in {summary.Duration.TotalSeconds:F1} s (seed {Seed})");
        if (summary.Total == 0)
            console.WriteLine(WhyEmpty);
    }

    private void WriteCauses(IAnsiConsole console)
    {
        if (Causes.Failures == 0)
            return;
        console.MarkupLineInterpolated($"[bold]{Causes.Headline()}[/]");
        foreach (var (group, number) in Causes.Groups.Select((g, i) => (g, i + 1)))
        {
            console.MarkupLineInterpolated($"{number}. {ReasonTexts.Of(group.Reason ?? "", ReportLanguage.English)} [grey]({group.Count})[/]: {group.Message}");
            foreach (var sample in group.Samples.Take(MostSamples))
                console.MarkupLineInterpolated($"   {sample.Name} [grey]{sample.Key}[/]");
            if (group.Count > MostSamples)
                console.WriteLine($"   … and {group.Count - MostSamples} more");
            if (group.Samples.FirstOrDefault(s => s.Curl is not null)?.Curl is { } curl)
                console.WriteLine($"   {curl}");
        }
        if (Causes.Ungrouped > 0)
            console.WriteLine($"… and {Causes.Ungrouped} more failures of further causes");
    }

    private void Count(CaseResult result)
    {
        Causes.Add(result);
        if (result.Status is CaseStatus.Failed or CaseStatus.Error && FailedKeys.Count < MostKeys)
            FailedKeys.Add(result.Case.Key);
        if (result.Status == CaseStatus.Skipped && result.Reason is { } reason)
            _skippedByReason[reason] = _skippedByReason.GetValueOrDefault(reason) + 1;
        if (result.Reason == Reasons.FindingConfirmed && result.Case.ProbesFinding is { } finding && !ConfirmedFindings.Contains(finding))
            ConfirmedFindings.Add(finding);
    }
}

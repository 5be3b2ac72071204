using Alicerce.Cli.Project;
using Alicerce.Cli.Scan;
using Alicerce.Cli.Terminal;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Files;
using Alicerce.Engine.Running;
using Spectre.Console;

namespace Alicerce.Cli.Check;

/// <summary>
/// One check, top to bottom: open the project → scan and generate → merge with the case files → run → tell everybody who listens → judge.
/// </summary>
internal sealed class CheckRun(CheckOptions options, IAnsiConsole console)
{
    // With --json stdout belongs to the document.
    private readonly IAnsiConsole _console = options.Json ? CommandLine.Terminal(Console.Error) : console;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var project = await ProjectFolder.OpenAsync(options.Directory, ct);
        var target = new CheckTarget(project, options);
        ShowProblems(project.Warnings);
        _console.MarkupLineInterpolated($"[bold]{project.Config.Name}[/] → {target.BaseUrl.AbsoluteUri}{(target.IsProtected ? " (protected: nothing that changes state is sent without --allow-changes)" : "")}");

        var suite = await CheckSuite.PrepareAsync(project, options, target.DefaultAuth, ct);
        ShowPreparation(suite);
        if (options.Update)
            await new CaseFileUpdate(project, suite, _console, options.Yes).ApplyAsync(ct);

        var known = KnownFailureFilter.Read(project, suite.Diff?.Cases.Select(c => c.Key), ShowProblems);
        var filter = new CaseFilter(options.Filter is { } text ? [text] : [], options.Tags);
        var summary = Summary(suite);
        var reports = ReportOption.Open(options.Reports);
        if (suite.Count(filter) is { } count ? count > 0 : project.Cases.HasFiles)
            await target.ProbeAsync(ct);
        await using (var listeners = new Listeners([new RunProgress(_console, live: !Console.IsOutputRedirected && !options.Json), summary, .. reports]))
        {
            await foreach (var runEvent in CaseRunner.RunAsync(Request(project, target, suite, filter), TimeProvider.System, ct))
                await listeners.TellAsync(known.Apply(CaseMistakes.Place(runEvent, suite.Lines)), CancellationToken.None);
        }

        if (options.Json)
        {
            await CheckJson.WriteAsync(summary, CancellationToken.None);
            if (summary.Summary?.Total == 0)
                _console.WriteLine(summary.WhyEmpty);
        }
        else
            summary.Write(console);
        foreach (var file in options.Reports.Files)
            _console.MarkupLineInterpolated($"Report: {file}");
        return summary.ExitCode;
    }

    private CheckSummary Summary(CheckSuite suite)
    {
        List<string> chosen = [.. options.Filter is { } text ? [$"--filter {text}"] : Array.Empty<string>(), .. options.Tags.Select(tag => $"--tag {tag}")];
        if (chosen.Count == 0 || suite.Count(new CaseFilter([], [])) == 0)
            return new CheckSummary(suite.Scan.Components);
        var all = suite.Count(new CaseFilter([], [])) is { } count ? $"None of the {count} cases fits" : "No case fits";
        return new CheckSummary(suite.Scan.Components)
        {
            WhyEmpty = $"{all} {string.Join(" and ", chosen)}, and an empty run never passes. --filter takes a part of a key, name, component or path, or a glob over the whole of one; --tag a tag of the case.",
        };
    }

    private RunRequest Request(ProjectFolder project, CheckTarget target, CheckSuite suite, CaseFilter filter)
    {
        var limits = project.Config.Limits.ApplyTo(new RunLimits { AllowLoad = true });
        return new RunRequest
        {
            SuiteName = project.Config.Name,
            Cases = suite.SelectAsync(filter),
            Total = suite.Count(filter),
            Target = target.ToEnvironment(),
            Limits = limits with { Parallel = options.Parallel ?? limits.Parallel, Rate = options.Rate ?? limits.Rate },
            Seed = options.Seed ?? project.Config.Generate.Seed,
            FailFast = options.FailFast,
            Documents = suite.Scan.Documents,
            Queries = target.Queries,
            SchemaChecker = new SchemaChecker(),
        };
    }

    private void ShowPreparation(CheckSuite suite)
    {
        _console.MarkupLineInterpolated($"{ScanTable.Totals(suite.Scan)}");
        ScanTable.WriteFindings(_console, suite.Scan.Findings.Where(f => f.Severity == Engine.Discovery.FindingSeverity.Error));
        foreach (var note in suite.Generated.Notes.Where(n => n.Severity != Engine.Discovery.FindingSeverity.Info))
            _console.MarkupLineInterpolated($"! {note.Message}{(note.ComponentPath is null ? "" : $" ({note.ComponentPath})")}");
        if (suite.Diff is { } diff && diff.Changes.Any(c => c.Before is not null) && !options.Update && options.Types.Count == 0 && diff.HasChanges)
            _console.MarkupLineInterpolated($"The case files are behind the project: {SuiteDiffText.Totals(diff)}. 'alicerce check --update' writes them.");
    }

    private void ShowProblems(IEnumerable<FileProblem> problems)
    {
        foreach (var problem in problems)
            _console.MarkupLineInterpolated($"[yellow]{problem.ToString()}[/]");
    }
}

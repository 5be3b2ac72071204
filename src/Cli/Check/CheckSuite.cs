using Alicerce.Cli.Project;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation;

namespace Alicerce.Cli.Check;

/// <summary>
/// The cases of a check: what the generator makes of the scan, merged with the case files by stable key (D21). Without components the
/// case files are streamed, so that any number of hand-written cases costs no memory.
/// </summary>
internal sealed class CheckSuite
{
    private readonly ProjectFolder _project;

    private CheckSuite(ProjectFolder project, ScanResult scan, GeneratedSuite generated, SuiteDiff? diff) =>
        (_project, Scan, Generated, Diff) = (project, scan, generated, diff);

    public ScanResult Scan { get; }

    public GeneratedSuite Generated { get; }

    /// <summary>What the case files would become; null when there is nothing to merge.</summary>
    public SuiteDiff? Diff { get; }

    public static async Task<CheckSuite> PrepareAsync(ProjectFolder project, CheckOptions options, string? defaultAuth, CancellationToken ct)
    {
        var scan = project.Scan(ct);
        var generated = project.Generate(scan, options.Types, options.Seed, defaultAuth);
        if (generated.Cases.Count == 0)
            return new CheckSuite(project, scan, generated, diff: null);

        List<TestCase> existing = [];
        await foreach (var testCase in project.ReadCasesAsync(ct))
            existing.Add(testCase);
        return new CheckSuite(project, scan, generated, SuiteMerge.Merge(existing, generated.Cases));
    }

    /// <summary>Active cases that pass the filter, in the suite's order.</summary>
    public async IAsyncEnumerable<TestCase> SelectAsync(CaseFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        var cases = Diff is null ? _project.ReadCasesAsync(ct) : Diff.Cases.ToAsyncEnumerable();
        await foreach (var testCase in cases.WithCancellation(ct))
        {
            if (testCase.IsActive && filter.Includes(testCase))
                yield return testCase;
        }
    }

    /// <summary>How many cases will be selected; null when they are streamed.</summary>
    public int? Count(CaseFilter filter) => Diff?.Cases.Count(testCase => testCase.IsActive && filter.Includes(testCase));
}

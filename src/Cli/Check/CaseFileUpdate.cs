using Alicerce.Cli.Project;
using Alicerce.Engine.Cases;
using Spectre.Console;

namespace Alicerce.Cli.Check;

/// <summary>Writes what the merge changed to the case files: the difference is shown first, and somebody has to agree (D21).</summary>
internal sealed class CaseFileUpdate(ProjectFolder project, CheckSuite suite, IAnsiConsole console, bool yes)
{
    public async Task ApplyAsync(CancellationToken ct)
    {
        if (suite.Diff is not { HasChanges: true } diff)
        {
            console.WriteLine("The case files are up to date.");
            return;
        }
        console.WriteLine(SuiteDiffText.Format(diff));
        if (!yes && !Agrees())
            throw new UserError("Nothing was written. Run again with --yes to write without being asked.");
        await project.Cases.WriteAsync(diff, suite.Places, ct);
        console.MarkupLineInterpolated($"Wrote {project.Cases.Path}: {SuiteDiffText.Totals(diff)}");
    }

    private bool Agrees() => !Console.IsInputRedirected && console.Confirm("Write these changes?", defaultValue: false);
}

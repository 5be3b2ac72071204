using Alicerce.Engine.Discovery;
using Spectre.Console;

namespace Alicerce.Cli.Scan;

/// <summary>Components and findings for a person.</summary>
internal static class ScanTable
{
    public static void Write(IAnsiConsole console, ScanResult scan)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Component", "Type", "Route");
        foreach (var heading in new[] { "Actions", "Forms", "Queries", "Complexity" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var c in scan.Components)
        {
            table.AddRow(Markup.Escape(c.FilePath), c.Type.ToString().ToLowerInvariant(), Markup.Escape(c.Route ?? "–"),
                $"{c.Actions.Count}", $"{c.Forms.Count}", $"{c.Queries.Count}", $"{c.ComplexityScore}");
        }
        console.Write(table);

        WriteFindings(console, scan.Findings);
        console.MarkupLineInterpolated($"{Totals(scan)}");
    }

    public static void WriteFindings(IAnsiConsole console, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            console.MarkupLineInterpolated($"{Mark(finding.Severity)} {finding.FilePath}:{finding.Location.Line}:{finding.Location.Column} [grey]{finding.Code}[/]");
            console.MarkupLineInterpolated($"  {finding.Message}{(finding.Hint is null ? "" : $" {finding.Hint}")}");
        }
    }

    /// <summary>One line, as in <c>Total: 4 components | 11 actions | 4 forms | 10 queries</c> of source 004.</summary>
    public static string Totals(ScanResult scan) =>
        $"Total: {Count(scan.Stats.TotalComponents, "component")} | {Count(scan.Stats.TotalActions, "action")} | {Count(scan.Stats.TotalForms, "form")} | " +
        $"{Count(scan.Stats.TotalQueries, "query", "queries")} | {Count(scan.Findings.Count, "finding")}";

    private static string Count(int n, string one, string? many = null) => $"{n} {(n == 1 ? one : many ?? one + "s")}";

    private static string Mark(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "✗",
        FindingSeverity.Warning => "!",
        _ => "·",
    };
}

namespace Alicerce.Tools.TestReport;

/// <summary>One line of docs/requirements.tsv: an id and its one state (D28).</summary>
internal sealed record RequirementRow(int Line, string Id, string State, string Note);

internal static class RequirementTable
{
    /// <summary>Reads <c>id TAB state TAB note</c>; lines that start with # are comments.</summary>
    public static IReadOnlyList<RequirementRow> Read(string file) =>
    [
        .. File.ReadLines(file)
            .Select((text, index) => (Text: text, Line: index + 1))
            .Where(l => l.Text.Length > 0 && l.Text[0] != '#')
            .Select(l => (l.Line, Cells: l.Text.Split('\t')))
            .Select(l => new RequirementRow(l.Line, l.Cells[0], l.Cells.ElementAtOrDefault(1) ?? "", l.Cells.ElementAtOrDefault(2) ?? "")),
    ];
}

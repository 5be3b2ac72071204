using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Suites;

/// <summary>What a generation or an import changes, for a person.</summary>
internal static class SuiteDifferenceText
{
    private const int MostShown = 50;

    public static void Write(SuiteDifference diff, TextWriter to)
    {
        Write(to, "+", diff.Added);
        Write(to, "~", diff.Updated);
        Write(to, "=", diff.KeptEdited);
        Write(to, "-", diff.Obsolete);
        to.WriteLine(Totals(diff));
    }

    public static string Totals(SuiteDifference diff)
    {
        var n = diff.Counts ?? new DifferenceCounts(diff.Added?.Count ?? 0, diff.Updated?.Count ?? 0, diff.Unchanged, diff.KeptEdited?.Count ?? 0, diff.Obsolete?.Count ?? 0);
        return $"{n.Added} added, {n.Updated} updated, {n.Unchanged} unchanged, {n.KeptEdited} kept (edited by hand), {n.Obsolete} obsolete";
    }

    private static void Write(TextWriter to, string mark, IReadOnlyList<ChangedCase>? cases)
    {
        foreach (var changed in (cases ?? []).Take(MostShown))
            to.WriteLine($"{mark} {PlainText.OneLine(changed.Name ?? changed.Key)}");
        if (cases?.Count > MostShown)
            to.WriteLine($"{mark} … and {cases.Count - MostShown} more");
    }
}

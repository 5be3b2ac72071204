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

    public static string Totals(SuiteDifference diff) =>
        $"{diff.Added?.Count ?? 0} added, {diff.Updated?.Count ?? 0} updated, {diff.Unchanged} unchanged, {diff.KeptEdited?.Count ?? 0} kept (edited by hand), {diff.Obsolete?.Count ?? 0} obsolete";

    private static void Write(TextWriter to, string mark, IReadOnlyList<ChangedCase>? cases)
    {
        foreach (var changed in (cases ?? []).Take(MostShown))
            to.WriteLine($"{mark} {PlainText.OneLine(changed.Name ?? changed.Key)}");
        if (cases?.Count > MostShown)
            to.WriteLine($"{mark} … and {cases.Count - MostShown} more");
    }
}

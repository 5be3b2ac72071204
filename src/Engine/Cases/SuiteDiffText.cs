using System.Text;
using Alicerce.Engine.Cases.Files;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases;

/// <summary>A difference as text for a terminal: one block a change, lines with <c>+</c> and <c>-</c>, totals last. Control characters are escaped by the case writer.</summary>
public static class SuiteDiffText
{
    private const int Context = 2;

    /// <summary>Lines of one case beyond which only its new text is shown: keeps the comparison cheap.</summary>
    private const int MaxComparedLines = 2_000;

    /// <param name="diff">The difference.</param>
    /// <param name="maxChanges">Changes shown in full; the totals count all.</param>
    public static string Format(SuiteDiff diff, int maxChanges = 200)
    {
        var text = new StringBuilder();
        CaseChange[] shown = [.. diff.Changes.Where(c => c.Kind != CaseChangeKind.Unchanged)];
        foreach (CaseChange change in shown.Take(maxChanges))
            AppendChange(text, change);
        if (shown.Length > maxChanges)
            text.Append($"… and {shown.Length - maxChanges} more\n");
        return text.Append(Totals(diff)).Append('\n').ToString();
    }

    /// <summary><c>3 added, 1 updated, 40 unchanged, 1 kept (edited by hand), 0 obsolete</c>.</summary>
    public static string Totals(SuiteDiff diff) =>
        $"{diff.Added.Count()} added, {diff.Updated.Count()} updated, {diff.Unchanged.Count()} unchanged, {diff.KeptEdited.Count()} kept (edited by hand), {diff.Obsolete.Count()} obsolete";

    private static void AppendChange(StringBuilder text, CaseChange change)
    {
        string title = change.Kind switch
        {
            CaseChangeKind.Added => "added",
            CaseChangeKind.Updated => "updated",
            CaseChangeKind.Obsolete => "obsolete: its source is gone, so it no longer runs",
            _ => "kept as you edited it; the generator would now write",
        };
        text.Append($"{ProblemLog.Printable(change.Key)}: {title}\n");
        if (change.Kind == CaseChangeKind.Added)
            AppendLines(text, "+ ", Lines(change.After));
        else
            AppendDifference(text, Lines(change.Before!), Lines(change.Offered ?? change.After));
        text.Append('\n');
    }

    private static void AppendDifference(StringBuilder text, string[] before, string[] after)
    {
        if (before.Length > MaxComparedLines || after.Length > MaxComparedLines)
        {
            AppendLines(text, "+ ", after);
            return;
        }
        List<(char Mark, string Line)> lines = Compare(before, after);
        int lastShown = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            bool near = false;
            for (int j = Math.Max(0, i - Context); j <= Math.Min(lines.Count - 1, i + Context) && !near; j++)
                near = lines[j].Mark != ' ';
            if (!near)
                continue;
            if (lastShown >= 0 && lastShown != i - 1)
                text.Append("  …\n");
            text.Append(lines[i].Mark).Append(' ').Append(lines[i].Line).Append('\n');
            lastShown = i;
        }
    }

    /// <summary>The longest common subsequence of lines, marked: <c>' '</c> in both, <c>'-'</c> only before, <c>'+'</c> only after.</summary>
    private static List<(char Mark, string Line)> Compare(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var lines = new List<(char, string)>();
        (int b, int a) = (0, 0);
        while (b < before.Length || a < after.Length)
        {
            if (b < before.Length && a < after.Length && before[b] == after[a])
            {
                lines.Add((' ', before[b++]));
                a++;
            }
            else if (b < before.Length && (a == after.Length || common[b + 1, a] >= common[b, a + 1]))
            {
                lines.Add(('-', before[b++]));
            }
            else
            {
                lines.Add(('+', after[a++]));
            }
        }
        return lines;
    }

    private static void AppendLines(StringBuilder text, string mark, string[] lines)
    {
        foreach (string line in lines)
            text.Append(mark).Append(line).Append('\n');
    }

    private static string[] Lines(TestCase @case) => CaseFileWriter.Text(@case, withGeneration: false).TrimEnd('\n').Split('\n');
}

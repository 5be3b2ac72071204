namespace Alicerce.Cli.Server.Configs;

/// <summary>What changes between two texts, line by line: <c>-</c> for what goes, <c>+</c> for what comes, with three lines around.</summary>
internal static class LineDifference
{
    private const int Around = 3;

    /// <summary>Beyond it only the fact that they differ is told: generated files are far smaller.</summary>
    private const int MostLines = 2_000;

    /// <returns>Nothing when they are equal.</returns>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        if (before == after) return [];
        var (old, now) = (LinesOf(before), LinesOf(after));
        if (old.Length > MostLines || now.Length > MostLines) return [$"The files differ; {old.Length} lines become {now.Length}."];
        return Hunks([.. Steps(old, now)]);
    }

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    /// <summary>Along the longest common subsequence.</summary>
    private static IEnumerable<string> Steps(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--) common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var (left, right) = (0, 0);
        while (left < old.Length || right < now.Length)
        {
            if (left < old.Length && right < now.Length && old[left] == now[right])
            {
                yield return $" {old[left]}";
                (left, right) = (left + 1, right + 1);
            }
            else if (right == now.Length || (left < old.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                yield return $"-{old[left++]}";
            }
            else
            {
                yield return $"+{now[right++]}";
            }
        }
    }

    private static List<string> Hunks(List<string> steps)
    {
        var shown = new List<string>();
        var last = -1;
        for (var i = 0; i < steps.Count; i++)
        {
            var near = steps.Skip(Math.Max(0, i - Around)).Take(Around + 1 + Math.Min(i, Around)).Any(step => step[0] != ' ');
            if (!near) continue;
            if (i > last + 1) shown.Add("…");
            shown.Add(steps[i]);
            last = i;
        }

        if (last < steps.Count - 1) shown.Add("…");
        return shown;
    }
}

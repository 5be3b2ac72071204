namespace Alicerce.Engine.Files;

/// <summary>Finds the word that somebody most likely meant.</summary>
public static class Spelling
{
    /// <returns><c>did you mean 'name'?</c>, else the list of what is known.</returns>
    public static string Suggest(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } near ? $"Did you mean '{near}'?" : known.Count == 0 ? "None is defined." : $"Known here: {string.Join(", ", known)}.";

    /// <returns>The nearest known word, or null when none is near: at most two edits, fewer for short words.</returns>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > 64)
            return null;
        string lower = word.ToLowerInvariant().Replace('-', '_');
        int limit = lower.Length <= 3 ? 1 : 2;
        (string? best, int distance) = (null, limit + 1);
        foreach (string candidate in known)
        {
            int edits = lower == candidate ? 0 : Edits(lower, candidate.ToLowerInvariant(), distance);
            if (edits < distance || (best is null && candidate.Length > 3 && lower.StartsWith(candidate, StringComparison.Ordinal)))
                (best, distance) = (candidate, Math.Min(edits, distance));
        }
        return best;
    }

    /// <summary>Edit distance (insert, delete, replace, swap of neighbours counted as two), given up above <paramref name="limit"/>.</summary>
    private static int Edits(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
            return limit;
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}

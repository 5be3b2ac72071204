namespace Alicerce.Vectors.Text.Concepts;

/// <summary>
/// Finds the known word that a mistyped one was meant to be: one edit away, two in words of eight letters and more (letters missing, doubled, swapped, wrong).
/// Known words are kept under every spelling that misses one or two of their letters, so that a lookup is a few dozen probes and no scan.
/// </summary>
internal sealed class NearWords
{
    public const int ShortestWord = 4;
    private const int ShortestWithTwoEdits = 8;
    private const int LongestWord = 24;
    private const int Buckets = 1 << 19; // more than there are spellings, so that most probes end at an empty one

    private readonly string[] words;
    private readonly int[] heads = new int[Buckets];
    private readonly List<(uint Hash, int Word, int Next)> entries = [default];

    public NearWords(IEnumerable<string> known)
    {
        words = [.. known];
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word].Length is < ShortestWord or > LongestWord) continue;
            foreach (var hash in Spellings(words[word]).Distinct())
            {
                ref var head = ref heads[hash % Buckets];
                entries.Add((hash, word, head));
                head = entries.Count - 1;
            }
        }
    }

    /// <summary>The nearest known word, or null; of equally near ones the one with the same first letter, then the one of the same letters, then the one known first.</summary>
    public string? Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord or > LongestWord || word.IndexOfAnyInRange('0', '9') >= 0) return null;
        var (best, bestCost) = (-1, int.MaxValue);
        Span<uint> spellings = stackalloc uint[1 + LongestWord + LongestWord * LongestWord / 2];
        foreach (var hash in spellings[..WriteSpellings(word, spellings)])
        {
            for (var at = heads[hash % Buckets]; at != 0; at = entries[at].Next)
            {
                if (entries[at].Hash != hash) continue;
                var candidate = entries[at].Word;
                var cost = Cost(word, words[candidate]);
                if (cost < bestCost || (cost == bestCost && candidate < best)) (best, bestCost) = (candidate, cost);
            }
        }
        return bestCost == int.MaxValue ? null : words[best];
    }

    private static int Cost(ReadOnlySpan<char> word, string known)
    {
        var allowed = Math.Min(word.Length, known.Length) >= ShortestWithTwoEdits - 1 ? 2 : 1;
        var distance = EditDistance.Of(word, known);
        if (distance > allowed) return int.MaxValue;
        return distance * 4 + (word[0] == known[0] ? 0 : 2) + (HaveSameLetters(word, known) ? 0 : 1);
    }

    // Fingers swap letters more often than they hit a wrong one.
    private static bool HaveSameLetters(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var sum = 0;
        foreach (var letter in one) sum += letter * letter;
        foreach (var letter in other) sum -= letter * letter;
        return sum == 0 && one.Length == other.Length;
    }

    private static uint[] Spellings(string word)
    {
        Span<uint> spellings = stackalloc uint[1 + LongestWord + LongestWord * LongestWord / 2];
        return spellings[..WriteSpellings(word, spellings)].ToArray();
    }

    private static int WriteSpellings(ReadOnlySpan<char> word, Span<uint> spellings)
    {
        var count = 0;
        spellings[count++] = Hash(word, -1, -1);
        for (var first = 0; first < word.Length; first++)
        {
            spellings[count++] = Hash(word, first, -1);
            for (var second = first + 1; second < word.Length && word.Length >= ShortestWithTwoEdits; second++) spellings[count++] = Hash(word, first, second);
        }
        return count;
    }

    private static uint Hash(ReadOnlySpan<char> word, int without, int orWithout)
    {
        var hash = 2166136261u;
        for (var i = 0; i < word.Length; i++)
            if (i != without && i != orWithout) hash = (hash ^ word[i]) * 16777619u;
        return hash;
    }
}

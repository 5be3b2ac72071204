namespace Alicerce.Vectors.Text.Concepts;

/// <summary>How many letters must be inserted, left out, replaced or swapped with their neighbour to make one word the other.</summary>
internal static class EditDistance
{
    private const int LongestWord = 32;

    public static int Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length >= LongestWord || other.Length >= LongestWord) return Math.Max(one.Length, other.Length);
        Span<int> beforeLast = stackalloc int[LongestWord];
        Span<int> last = stackalloc int[LongestWord];
        Span<int> current = stackalloc int[LongestWord];
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }
            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[other.Length];
    }
}

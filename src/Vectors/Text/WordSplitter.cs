namespace Alicerce.Vectors.Text;

/// <summary>A word's place among the letters that <see cref="WordSplitter"/> wrote.</summary>
public readonly record struct WordSpan(int Start, int Length);

/// <summary>
/// Splits folded text into words of letters and digits. What people write in several ways becomes one word: "e-mail" is "email", "sign-up" is "signup",
/// "123.456.789-00" is one number, "can't" is "cant", "cadastrar-se" is "cadastrar". Everything else that is no letter or digit parts words: "/users/login" is two.
/// </summary>
public static class WordSplitter
{
    /// <summary>Writes the letters of all words one after another, and where each lies; what does not fit into either span is left out.</summary>
    /// <returns>How many words were found.</returns>
    public static int Split(ReadOnlySpan<char> folded, Span<char> letters, Span<WordSpan> words)
    {
        var (count, used, at) = (0, 0, 0);
        while (count < words.Length)
        {
            while (at < folded.Length && !char.IsLetterOrDigit(folded[at])) at++;
            if (at == folded.Length) return count;
            var start = used;
            at = Word(folded, at, letters, ref used);
            if (used > letters.Length) return count;
            words[count++] = new WordSpan(start, used - start);
        }
        return count;
    }

    private static int Word(ReadOnlySpan<char> folded, int at, Span<char> letters, ref int used)
    {
        var first = at;
        while (true)
        {
            while (at < folded.Length && char.IsLetterOrDigit(folded[at]))
            {
                if (used < letters.Length) letters[used] = folded[at];
                used++;
                at++;
            }
            if (at + 1 >= folded.Length || !char.IsLetterOrDigit(folded[at + 1])) return at;
            var next = PartAt(folded, at + 1);
            switch (folded[at])
            {
                case '-' when IsPronoun(next):
                case '\'' or '’' when next is "s":
                    return at + 1 + next.Length;
                case '-' when at - first == 1 || IsParticle(next) || AreDigits(folded[at - 1], next):
                case '\'' or '’':
                case '.' or ',' or '/' or ':' when AreDigits(folded[at - 1], next):
                    at++;
                    break;
                default:
                    return at;
            }
        }
    }

    private static ReadOnlySpan<char> PartAt(ReadOnlySpan<char> folded, int at)
    {
        var end = at;
        while (end < folded.Length && char.IsLetterOrDigit(folded[end])) end++;
        return folded[at..end];
    }

    private static bool AreDigits(char before, ReadOnlySpan<char> next) => char.IsAsciiDigit(before) && char.IsAsciiDigit(next[0]);

    private static bool IsPronoun(ReadOnlySpan<char> part) => part is "se" or "me" or "te" or "lhe" or "lhes" or "lo" or "la" or "los" or "las" or "nos" or "o" or "a" or "os" or "as";

    private static bool IsParticle(ReadOnlySpan<char> part) => part is "in" or "up" or "on" or "out" or "off" or "fi";
}

namespace Alicerce.Vectors.Text;

/// <summary>
/// What the forms of a Portuguese or English word have in common: "cadastrar", "cadastro", "cadastrados" are "cadastr"; "validate", "validação" are "valid".
/// The language need not be known. Doubled letters, "ph", "th" and "ck" are written simply, since the same words are spelled so across the two languages.
/// </summary>
public static class Stem
{
    private const int Shortest = 4;

    /// <summary>Writes the stem of a folded word into a span that is at least as long as the word, and returns its length.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<char> stem)
    {
        word.CopyTo(stem);
        if (word.Length < Shortest || HasDigit(word)) return word.Length;
        var length = word.Length;
        if (Endings.Find(word) is not { Letters: "amos" or "emos" or "imos" } && Endings.FindPlural(word) is { } plural) length = Take(plural, stem, length);
        for (var ending = Endings.Find(stem[..length]); ending is not null; ending = ending.Again ? Endings.Find(stem[..length]) : null)
        {
            length = Take(ending, stem, length);
            if (ending.Again && length > 3 && stem[length - 1] == stem[length - 2]) length--;
        }
        return Simplify(stem, length);
    }

    /// <summary>The same for those who are not in a hurry.</summary>
    public static string Of(string word)
    {
        Span<char> stem = word.Length <= 64 ? stackalloc char[64] : new char[word.Length];
        return stem[..Of(word, stem)].ToString();
    }

    private static int Take(Ending ending, Span<char> stem, int length)
    {
        length -= ending.Letters.Length;
        ending.Becomes.CopyTo(stem[length..]);
        return length + ending.Becomes.Length;
    }

    private static int Simplify(Span<char> stem, int length)
    {
        var to = 1;
        for (var from = 1; from < length; from++)
        {
            var (before, letter) = (stem[to - 1], stem[from]);
            if (letter == before || (letter == 'h' && before == 't') || (letter == 'k' && before == 'c')) continue;
            if (letter == 'h' && before == 'p') stem[to - 1] = 'f';
            else stem[to++] = letter;
        }
        // "paguei" and "busquei" keep the sound of "pagar" and "buscar".
        if (to > 3 && stem[to - 1] == 'u' && stem[to - 2] is 'g' or 'q')
        {
            to--;
            if (stem[to - 1] == 'q') stem[to - 1] = 'c';
        }
        if (stem[to - 1] == 'm') stem[to - 1] = 'n';
        else if (to > 3 && stem[to - 1] == 'y') stem[to - 1] = 'i';
        return to;
    }

    private static bool HasDigit(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('0', '9') >= 0;
}

namespace Alicerce.Vectors.Text;

/// <summary>An ending that is taken off when at least <paramref name="Keeps"/> letters stay before it. <paramref name="Again"/>: what is left may have another ending.</summary>
internal sealed record Ending(string Letters, int Keeps, string Becomes = "", bool Again = false);

/// <summary>
/// Endings of Portuguese and English words without accents. One table for both: a title mixes them ("Teste de login com password"), and a wrong guess of the
/// language would part forms of one word. Where both languages share an ending (-er, -ar, -en) it goes from both, so that the forms stay together.
/// </summary>
internal static class Endings
{
    private static readonly Ending[] Portuguese =
    [
        new("mente", 4, Again: true), new("amento", 3), new("imento", 3), new("adora", 3), new("ador", 3), new("edora", 3), new("edor", 3), new("idora", 3), new("idor", 3),
        new("acao", 3), new("icao", 4, "i"), new("ucao", 4, "u"), new("usao", 2, "u"), new("encia", 4), new("ancia", 4), new("ividade", 3), new("idade", 3), new("idao", 3),
        new("avel", 3), new("ivel", 3), new("ismo", 4), new("ista", 4), new("oso", 4), new("osa", 4), new("ivo", 4), new("iva", 4),
        new("ar", 3), new("er", 3), new("ir", 3), new("uir", 3, "u"), new("ando", 3), new("endo", 3), new("indo", 3), new("uindo", 3, "u"),
        new("ado", 3), new("ada", 3), new("alido", 1, "alid"), new("alida", 1, "alid"), new("ido", 4), new("ida", 4), new("uido", 3, "u"), new("uida", 3, "u"), new("ou", 3), new("ei", 3), new("iu", 3), new("uiu", 3, "u"), new("eu", 3),
        new("amos", 3), new("emos", 3), new("imos", 3), new("aram", 3), new("eram", 3), new("iram", 3), new("avam", 3), new("ava", 3), new("iam", 3),
        new("asse", 3), new("isse", 3), new("arem", 3), new("erem", 3), new("irem", 3), new("aria", 4), new("eria", 4), new("iria", 4), new("arei", 3), new("erei", 3), new("irei", 3),
        new("am", 3), new("em", 3), new("en", 3), new("a", 3), new("e", 3), new("o", 3),
    ];

    private static readonly Ending[] English =
    [
        new("ating", 4), new("ated", 4), new("ing", 3, Again: true), new("eed", 1, "eed"), new("ed", 3, Again: true), new("ly", 4, Again: true),
        new("ation", 4), new("tion", 3, "t"), new("sion", 3, "s"), new("ment", 3), new("ness", 3), new("ate", 4), new("able", 4), new("ible", 4), new("ful", 4), new("less", 4),
        new("ity", 4), new("ance", 4), new("ence", 4),
    ];

    private static readonly Ending[] Plural =
    [
        new("oes", 1, "ao"), new("aes", 2, "ao"), new("ais", 2, "al"), new("eis", 2, "el"), new("ois", 2, "ol"), new("ies", 2, "y"), new("ens", 2, "em"),
        new("ares", 2, "ar"), new("eres", 2, "er"), new("ores", 2, "or"), new("ss", 1, "ss"), new("us", 1, "us"), new("is", 1, "is"), new("s", 3),
    ];

    private static readonly Ending[][] OfWords = ByLastLetter([.. Portuguese, .. English]);
    private static readonly Ending[][] OfPlurals = ByLastLetter(Plural);

    public static Ending? Find(ReadOnlySpan<char> word) => Find(OfWords, word);

    public static Ending? FindPlural(ReadOnlySpan<char> word) => Find(OfPlurals, word);

    private static Ending? Find(Ending[][] table, ReadOnlySpan<char> word)
    {
        var last = word[^1] - 'a';
        if ((uint)last >= table.Length) return null;
        foreach (var ending in table[last])
            if (word.Length >= ending.Letters.Length + ending.Keeps && word.EndsWith(ending.Letters)) return ending;
        return null;
    }

    private static Ending[][] ByLastLetter(Ending[] endings) =>
        [.. Enumerable.Range('a', 26).Select(last => endings.Where(ending => ending.Letters[^1] == last).OrderByDescending(ending => ending.Letters.Length).ToArray())];
}

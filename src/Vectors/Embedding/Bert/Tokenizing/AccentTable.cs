using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Alicerce.Vectors.Embedding.Bert.Tokenizing;

/// <summary>
/// What is left of a letter when its canonical decomposition loses its accents (category Mn): <c>ç</c> → <c>c</c>. Tokenizers are exact about
/// this where <see cref="Text.FoldedText"/> is generous, so the whole of Unicode's table is here, written by <c>make_reference.py</c>; the framework's
/// own needs ICU, which the house runs without.
/// </summary>
internal static class AccentTable
{
    private const int FirstHangul = 0xAC00, LastHangul = 0xD7A3;
    private const int FirstLead = 0x1100, FirstVowel = 0x1161, BeforeFirstTrail = 0x11A7;
    private const int Trails = 28, VowelsAndTrails = 21 * Trails;

    private static readonly FrozenDictionary<int, string> s_bare = Load();

    /// <summary>The letter without accents; null when it has none. The whole may be gone: an accent alone leaves nothing.</summary>
    public static string? Strip(Rune rune)
    {
        if (rune.IsAscii) return null;
        if (rune.Value is >= FirstHangul and <= LastHangul) return Syllable(rune.Value - FirstHangul);
        if (s_bare.TryGetValue(rune.Value, out var bare)) return bare;
        return Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? "" : null;
    }

    private static string Syllable(int index)
    {
        var (lead, vowel, trail) = ((char)(FirstLead + (index / VowelsAndTrails)), (char)(FirstVowel + (index % VowelsAndTrails / Trails)), index % Trails);
        return trail == 0 ? $"{lead}{vowel}" : $"{lead}{vowel}{(char)(BeforeFirstTrail + trail)}";
    }

    // Each line: what is left, a colon, and the letters that it is left of, all as hexadecimal code points.
    private static FrozenDictionary<int, string> Load()
    {
        using var stream = typeof(AccentTable).Assembly.GetManifestResourceStream("Alicerce.Vectors.AccentTable.txt") ?? throw new InvalidOperationException("The table of accents is not in the assembly.");
        using var reader = new StreamReader(stream);
        Dictionary<int, string> bare = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var parts = line.Split(':');
            var left = string.Concat(CodePoints(parts[0]).Select(char.ConvertFromUtf32));
            foreach (var letter in CodePoints(parts[1])) bare.Add(letter, left);
        }

        return bare.ToFrozenDictionary();
    }

    private static IEnumerable<int> CodePoints(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hex => int.Parse(hex, NumberStyles.AllowHexSpecifier));
}

using System.Globalization;
using System.Text;

namespace Alicerce.Vectors.Embedding.Bert.Tokenizing;

/// <summary>
/// Cuts text into words as the tokenizers library's BertNormalizer and BertPreTokenizer do together: control characters are dropped, white
/// space separates, ideographs and punctuation are words of their own, accents and capitals go when the model was trained without them.
/// </summary>
internal sealed record BertNormalizer(bool CleanText, bool SpaceIdeographs, bool StripAccents, bool LowerCase)
{
    private const int CapitalDottedI = 0x130;

    /// <summary>Calls <paramref name="onWord"/> for one word after the other until it wants no more. A lone half of a surrogate pair counts as U+FFFD.</summary>
    public void Split(ReadOnlySpan<char> text, Func<ReadOnlySpan<char>, bool> onWord)
    {
        var word = new WordBuffer(onWord);
        foreach (var rune in text.EnumerateRunes())
        {
            if (word.IsDone) return;
            if (CleanText && IsNoise(rune)) continue;
            if (SpaceIdeographs && IsIdeograph(rune.Value))
            {
                word.End();
                Add(ref word, rune);
                word.End();
            }
            else Add(ref word, rune);
        }

        word.End();
    }

    private void Add(ref WordBuffer word, Rune rune)
    {
        if (!StripAccents || AccentTable.Strip(rune) is not { } bare) AddPlain(ref word, rune);
        else
            foreach (var part in bare.EnumerateRunes()) AddPlain(ref word, part);
    }

    private void AddPlain(ref WordBuffer word, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) word.End();
        else if (IsPunctuation(rune))
        {
            word.End();
            word.Append(rune);
            word.End();
        }
        else if (LowerCase && rune.Value == CapitalDottedI)
        {
            // The only letter whose small form is two code points.
            word.Append(new Rune('i'));
            word.Append(new Rune('\u0307'));
        }
        else word.Append(LowerCase ? Rune.ToLowerInvariant(rune) : rune);
    }

    private static bool IsNoise(Rune rune) =>
        rune.Value is 0 or 0xFFFD
        || (rune.Value is not ('\t' or '\n' or '\r') && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);

    private static bool IsPunctuation(Rune rune) =>
        rune.IsAscii
            ? rune.Value > ' ' && rune.Value != 0x7F && !Rune.IsLetterOrDigit(rune)
            : Rune.IsPunctuation(rune);

    // The ranges of the tokenizers library, whose 2B920 (for 2B820) the trained vocabularies share.
    private static bool IsIdeograph(int code) => code is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2A6DF) or
        (>= 0x2A700 and <= 0x2B73F) or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B920 and <= 0x2CEAF) or (>= 0x2F800 and <= 0x2FA1F);

    /// <summary>The word that grows; a word too long for any vocabulary is kept only as far as it takes to know that.</summary>
    private struct WordBuffer(Func<ReadOnlySpan<char>, bool> onWord)
    {
        private readonly char[] _letters = new char[(WordPieceTokenizer.LongestWord + 1) * 2];
        private int _length;

        public bool IsDone { get; private set; }

        public void Append(Rune rune)
        {
            if (_length + 2 <= _letters.Length) _length += rune.EncodeToUtf16(_letters.AsSpan(_length));
        }

        public void End()
        {
            if (_length > 0 && !IsDone) IsDone = !onWord(_letters.AsSpan(0, _length));
            _length = 0;
        }
    }
}

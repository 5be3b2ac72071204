namespace Alicerce.Vectors.Text;

/// <summary>
/// The words of one text with their stems, in buffers that serve text after text without new memory. A text's first 256 words and 4,096 letters count.
/// Not safe for two threads at once: each has its own (<see cref="OfThisThread"/>).
/// </summary>
internal sealed class TextWords
{
    public const int MostWords = 256;
    private const int MostLetters = 4096;

    [ThreadStatic]
    private static TextWords? ofThisThread;

    private readonly WordSpan[] words = new WordSpan[MostWords];
    private readonly WordSpan[] stems = new WordSpan[MostWords];
    private readonly bool[] stops = new bool[MostWords];
    private char[] letters = new char[256];
    private char[] stemLetters = new char[768];

    public static TextWords OfThisThread => ofThisThread ??= new();

    /// <summary>What was read last.</summary>
    public string? Text { get; private set; }

    public int Count { get; private set; }

    /// <summary>Whether there is a word that says something.</summary>
    public bool HasContent { get; private set; }

    public ReadOnlySpan<char> Word(int index) => letters.AsSpan(words[index].Start, words[index].Length);

    public ReadOnlySpan<char> Stem(int index) => stemLetters.AsSpan(stems[index].Start, stems[index].Length);

    public bool IsStop(int index) => stops[index];

    /// <summary>Whether the word says nothing here. In a text of nothing but stop words each of them counts.</summary>
    public bool IsIgnored(int index) => stops[index] && HasContent;

    /// <summary>Reads a text; the one just read is not read again, because a query goes from one index to the next on the same thread.</summary>
    public void Read(string text)
    {
        if (ReferenceEquals(text, Text)) return;
        Text = null;
        var folded = FoldedText.Of(text.Length > MostLetters ? text[..MostLetters] : text).AsSpan();
        Reserve(folded.Length);
        Count = WordSplitter.Split(folded, letters, words);
        HasContent = false;
        var used = 0;
        for (var i = 0; i < Count; i++)
        {
            var length = Alicerce.Vectors.Text.Stem.Of(Word(i), stemLetters.AsSpan(used));
            stems[i] = new WordSpan(used, length);
            used += length;
            stops[i] = StopWords.Contain(Word(i));
            HasContent |= !stops[i];
        }
        Text = text;
    }

    // A stem is written in full before its ending is taken off, and an irregular one may be longer than its word.
    private void Reserve(int length)
    {
        if (letters.Length < length) letters = new char[length];
        if (stemLetters.Length < length * 3) stemLetters = new char[length * 3];
    }
}

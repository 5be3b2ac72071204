using System.Runtime.InteropServices;

namespace Alicerce.Vectors.Text.Concepts;

/// <summary>
/// Concepts by the words and phrases that mean them. Texts are short, so a phrase is found when all its words are near each other in any order ("esqueci a senha", "senha que
/// esqueci"); only a phrase of one word and stop words ("sign in") is found word by word. A word that is not known counts as the nearest known one. Immutable, safe for all threads.
/// </summary>
internal sealed class ConceptList
{
    /// <summary>Where phrases begin whose words may stand in any order: step over their stems in ascending order.</summary>
    public const int Root = 0;

    /// <summary>Where phrases begin whose words stand side by side.</summary>
    public const int InOrder = 1;

    private readonly Dictionary<string, int> stems = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> stemLookup;
    private readonly Dictionary<string, int> stemOfWord = [];
    private readonly Dictionary<long, int> children = [];
    private readonly List<int[]> meanings = [[], []];
    private readonly NearWords nearWords;
    private readonly PhraseWords phraseWords = new();

    private ConceptList(IReadOnlyList<ConceptLine> lines)
    {
        stemLookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        var numbers = lines.Select((line, number) => (line.Name, number)).ToDictionary(entry => entry.Name, entry => entry.number);
        All = [.. lines.Select((line, number) => new Concept(number, line.Name, line.Weight, [.. line.Broader.Select(name => numbers[name])]))];
        var words = new TextWords();
        for (var number = 0; number < lines.Count; number++)
            foreach (var phrase in lines[number].Phrases) Add(phrase, number, words);
        phraseWords.Weigh(stems.Count, lines.Count);
        nearWords = new NearWords(stemOfWord.Keys.OrderByDescending(word => MeaningsOf(stemOfWord[word]).Length > 0));
    }

    private static readonly Lazy<ConceptList> OfTheHouse = new(() => new ConceptList(ConceptFile.ReadBuiltIn()));

    public static ConceptList BuiltIn => OfTheHouse.Value;

    public IReadOnlyList<Concept> All { get; }

    public static ConceptList Parse(string text) => new(ConceptFile.Parse(text));

    /// <summary>The number of a word's stem; of the nearest known word's when <paramref name="isNear"/>; -1 for a word that is none of both.</summary>
    public int FindStem(TextWords words, int index, out bool isNear)
    {
        isNear = false;
        if (stemLookup.TryGetValue(words.Stem(index), out var stem)) return stem;
        if (words.IsStop(index) || FindNear(words.Word(index)) is not { } near) return -1;
        isNear = true;
        return stemOfWord[near];
    }

    /// <summary>What a word means that stands alone.</summary>
    public ReadOnlySpan<int> MeaningsOf(int stem) => Next(Root, stem) is > 0 and var node ? meanings[node] : [];

    /// <summary>The step from a part of a phrase (0: none yet) over one more stem; 0 when no phrase goes on so. The stems of a phrase are stepped over in ascending order.</summary>
    public int Next(int part, int stem) => children.GetValueOrDefault(Key(part, stem));

    /// <summary>What a phrase means that ends at a part of it.</summary>
    public ReadOnlySpan<int> MeaningsAt(int part) => meanings[part];

    /// <summary>What the phrases hint at in which a word comes, whatever stands beside it.</summary>
    public ReadOnlySpan<Meant> HintsOf(int stem) => phraseWords.HintsOf(stem);

    // The list has words as dictionaries do: the mistyped plural is near none of them.
    private string? FindNear(ReadOnlySpan<char> word) => nearWords.Find(word) ?? (word[^1] == 's' ? nearWords.Find(word[..^1]) : null);

    private void Add(string phrase, int concept, TextWords words)
    {
        words.Read(phrase);
        var content = 0;
        List<int> phraseStems = [];
        for (var i = 0; i < words.Count; i++)
            if (!words.IsStop(i)) content++;
        for (var i = 0; i < words.Count; i++)
        {
            if (content >= 2 && words.IsStop(i)) continue;
            var stem = StemNumber(words.Stem(i));
            if (!words.IsStop(i)) stemOfWord.TryAdd(words.Word(i).ToString(), stem);
            phraseStems.Add(stem);
        }
        var isInOrder = content < 2 && phraseStems.Count > 1;
        var node = isInOrder ? InOrder : Root;
        foreach (var stem in isInOrder ? phraseStems : [.. phraseStems.Distinct().Order()]) node = Step(node, stem);
        foreach (var stem in phraseStems) phraseWords.Count(stem, concept);
        if (!meanings[node].Contains(concept)) meanings[node] = [.. meanings[node], concept];
    }

    private int Step(int node, int stem)
    {
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(children, Key(node, stem), out var exists);
        if (exists) return next;
        next = meanings.Count;
        meanings.Add([]);
        return next;
    }

    private int StemNumber(ReadOnlySpan<char> stem)
    {
        if (stemLookup.TryGetValue(stem, out var number)) return number;
        stems.Add(stem.ToString(), stems.Count);
        return stems.Count - 1;
    }

    private static long Key(int node, int stem) => ((long)node << 32) | (uint)stem;
}

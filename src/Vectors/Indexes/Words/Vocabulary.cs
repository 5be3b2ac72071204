using System.Runtime.InteropServices;

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>A known term that resembles what was asked for, from 0 to 1.</summary>
internal readonly record struct SimilarTerm(int Term, float Similarity);

/// <summary>The terms of an index by number, found exactly or by the trigrams they share: typing errors ("logni") and fragments ("recup").</summary>
internal sealed class Vocabulary
{
    /// <summary>What a fragment counts against the whole word it begins.</summary>
    private const float OfFragment = 0.75f;
    private const float Least = 0.45f;
    private const int ShortestFragment = 3;

    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> terms = [];
    private readonly List<string> shown = [];
    private readonly Dictionary<ulong, List<int>> byTrigram = [];

    public Vocabulary() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A term as a person reads it: the word it was first met as.</summary>
    public string Shown(int term) => shown[term];

    public int Find(ReadOnlySpan<char> term) => lookup.TryGetValue(term, out var number) ? number : -1;

    public int FindOrAdd(ReadOnlySpan<char> term, ReadOnlySpan<char> asShown)
    {
        if (lookup.TryGetValue(term, out var number)) return number;
        number = terms.Count;
        var text = term.ToString();
        terms.Add(text);
        shown.Add(asShown.ToString());
        numbers.Add(text, number);
        for (var i = 0; i < TrigramsOf(text) && CanResemble(text); i++)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byTrigram, Trigram(text, i), out _);
            list ??= [];
            if (list.Count == 0 || list[^1] != number) list.Add(number);
        }
        return number;
    }

    /// <summary>Writes the terms that resemble a word most, best first, and returns how many.</summary>
    public int FindSimilar(ReadOnlySpan<char> word, Scoreboard shared, Span<SimilarTerm> similar)
    {
        if (!CanResemble(word)) return 0;
        shared.Clear();
        shared.Reserve(terms.Count);
        for (var i = 0; i < TrigramsOf(word); i++)
            if (byTrigram.TryGetValue(Trigram(word, i), out var list))
                foreach (var term in list) shared.Add(term, 1);
        var count = 0;
        foreach (var term in shared.Touched)
        {
            var similarity = Similarity(word, terms[term], shared[term]);
            if (similarity >= Least) count = Insert(similar, count, new SimilarTerm(term, similarity));
        }
        return count;
    }

    // A number that resembles another is another number.
    private static bool CanResemble(ReadOnlySpan<char> word) => word.Length >= ShortestFragment && word.IndexOfAnyInRange('0', '9') < 0;

    private static float Similarity(ReadOnlySpan<char> word, string term, float shared)
    {
        var dice = Math.Min(1, 2f * shared / (TrigramsOf(word) + TrigramsOf(term)));
        return term.AsSpan().StartsWith(word) ? Math.Max(dice, OfFragment) : dice;
    }

    private static int Insert(Span<SimilarTerm> similar, int count, SimilarTerm term)
    {
        var at = count;
        while (at > 0 && similar[at - 1].Similarity < term.Similarity) at--;
        if (at == similar.Length) return count;
        var kept = Math.Min(count, similar.Length - 1);
        similar[at..kept].CopyTo(similar[(at + 1)..]);
        similar[at] = term;
        return kept + 1;
    }

    // A word is framed by two blanks before and one behind, so that its beginning weighs more than its end.
    private static int TrigramsOf(ReadOnlySpan<char> word) => word.Length + 1;

    private static ulong Trigram(ReadOnlySpan<char> word, int index) => Letter(word, index - 2) << 32 | Letter(word, index - 1) << 16 | Letter(word, index);

    private static ulong Letter(ReadOnlySpan<char> word, int index) => (uint)index < (uint)word.Length ? word[index] : ' ';
}

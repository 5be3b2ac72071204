using Alicerce.Vectors.Text;
using Alicerce.Vectors.Text.Concepts;

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>The terms of an index and where each occurs: stems of words and, with a list of concepts, what the words mean (terms 0 to <see cref="Concepts"/> − 1).</summary>
internal sealed class TermTable
{
    /// <summary>Strengths of concepts are kept in as many steps as the frequency of a posting has.</summary>
    public const float StrengthSteps = 16;

    /// <summary>What a stem counts against a concept of the same rarity: a concept is the surer sign, and a stem tells its titles apart. Measured with <c>bench quality</c>.</summary>
    private const float StemAgainstConcept = 0.5f;
    /// <summary>Concepts that are hardly meant would make long lists and no difference.</summary>
    private const float WeakestMeaning = 0.3f;
    private const int MostSimilar = 6;

    private readonly Vocabulary vocabulary = new();
    private readonly List<Postings> postings = [];
    private readonly ConceptList? concepts;
    private int changes;

    public TermTable(ConceptList? concepts)
    {
        this.concepts = concepts;
        foreach (var concept in concepts?.All ?? [])
        {
            vocabulary.FindOrAdd($"={concept.Name}", concept.Name);
            postings.Add(new());
        }
    }

    public int Concepts => concepts?.All.Count ?? 0;

    public ReadOnlySpan<uint> Entries(int term) => postings[term].Entries;

    public string Shown(int term) => vocabulary.Shown(term);

    public void Remove(int term, int slot)
    {
        changes++;
        postings[term].Remove(slot);
    }

    /// <summary>Writes down a text's terms as occurring in a slot, and returns them.</summary>
    public int[] Add(TextWords words, int slot)
    {
        changes++;
        List<int> terms = new(words.Count * 2);
        for (var i = 0; i < words.Count; i++)
        {
            var term = vocabulary.FindOrAdd(words.Stem(i), words.Word(i));
            if (term == postings.Count) postings.Add(new());
            terms.Add(term);
        }
        terms.Sort();
        List<int> distinct = new(terms.Count * 2);
        for (var i = 0; i < terms.Count;)
        {
            var first = i;
            while (i < terms.Count && terms[i] == terms[first]) i++;
            postings[terms[first]].Add(slot, i - first);
            distinct.Add(terms[first]);
        }
        if (concepts is null) return [.. distinct];
        var meaning = TextMeaning.OfThisThread;
        meaning.Read(words, concepts);
        foreach (var (concept, strength) in meaning.Concepts)
        {
            if (strength < WeakestMeaning) continue;
            postings[concept].Add(slot, (int)MathF.Ceiling(Math.Min(strength, 1) * StrengthSteps));
            distinct.Add(concept);
        }
        return [.. distinct];
    }

    /// <summary>Fills in what a query asks for in an index of so many texts, unless it was the last question of this thread and nothing has changed since.</summary>
    public void Ask(string query, int texts, SearchBuffers buffers)
    {
        if (!buffers.Query.Begin(this, query, changes)) return;
        var words = TextWords.OfThisThread;
        words.Read(query);
        var asked = buffers.Query;
        var weightOfStem = concepts is null ? 1 : StemAgainstConcept;
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsIgnored(i)) continue;
            var term = vocabulary.Find(words.Stem(i));
            if (term >= 0 && postings[term].Count > 0) asked.Add(term, weightOfStem * Rarity(term, texts), isSimilar: false);
            else AskForSimilar(words.Stem(i), weightOfStem, texts, buffers);
        }
        if (concepts is null) return;
        var meaning = TextMeaning.OfThisThread;
        meaning.Read(words, concepts);
        foreach (var (concept, strength) in meaning.Concepts)
            if (strength >= WeakestMeaning) asked.Add(concept, strength * Rarity(concept, texts), isSimilar: false);
    }

    private void AskForSimilar(ReadOnlySpan<char> word, float weight, int texts, SearchBuffers buffers)
    {
        Span<SimilarTerm> similar = stackalloc SimilarTerm[MostSimilar];
        var count = vocabulary.FindSimilar(word, buffers.Terms, similar);
        buffers.Query.AskForUnknown(weight * Rarity(0f, texts));
        foreach (var (term, similarity) in similar[..count])
            if (postings[term].Count > 0) buffers.Query.Add(term, weight * similarity * Rarity(term, texts), isSimilar: true);
    }

    private float Rarity(int term, int texts) => Rarity((float)postings[term].Count, texts);

    private static float Rarity(float textsWithTerm, int texts) => MathF.Log(1 + (texts - textsWithTerm + 0.5f) / (textsWithTerm + 0.5f));
}

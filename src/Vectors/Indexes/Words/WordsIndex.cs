using Alicerce.Vectors.Text;

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>A text that shares words with a query. <paramref name="Coverage"/> is the part of what the query asks for, by weight, from 0 to about 1.</summary>
public readonly record struct WordsHit(int Id, float Score, float Coverage);

/// <summary>
/// Texts by id, searched by words: BM25 over stems, and by trigrams for words that no text has as they are typed.
/// Searches run side by side and a write waits for them: a reader/writer lock, because a search takes tens of microseconds and a write few, so that no copy of
/// the lists is needed and a search reads plain arrays.
/// </summary>
public sealed class WordsIndex : IDisposable
{
    private const float TermSaturation = 1.2f;
    private const float LengthInfluence = 0.75f;
    private const int LongestLength = 255;
    private const int MostSimilar = 6;

    private readonly ReaderWriterLockSlim gate = new();
    private readonly Vocabulary vocabulary = new();
    private readonly List<Postings> postings = [];
    private readonly Slots slots = new();

    public int Count => slots.Count;

    /// <summary>Puts a text under an id; the one before it is gone.</summary>
    public void Upsert(int id, string text)
    {
        gate.EnterWriteLock();
        try
        {
            Forget(id);
            var words = TextWords.OfThisThread;
            words.Read(text);
            List<int> terms = new(words.Count);
            for (var i = 0; i < words.Count; i++)
            {
                var term = vocabulary.FindOrAdd(words.Stem(i));
                if (term == postings.Count) postings.Add(new());
                terms.Add(term);
            }
            terms.Sort();
            var slot = slots.Add(id, [.. terms]);
            for (var i = 0; i < terms.Count;)
            {
                var first = i;
                while (i < terms.Count && terms[i] == terms[first]) i++;
                postings[terms[first]].Add(slot, i - first);
            }
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public bool Remove(int id)
    {
        gate.EnterWriteLock();
        try
        {
            return Forget(id);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>The k texts that share most with the query, best first, equal ones by id. The filter is asked once for each text, before it is scored.</summary>
    public IReadOnlyList<WordsHit> Search(string query, int k, Func<int, bool>? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var buffers = SearchBuffers.OfThisThread;
        gate.EnterReadLock();
        try
        {
            Ask(query, buffers);
            return Best(Score(buffers, filter), buffers, k);
        }
        finally
        {
            buffers.Clear();
            gate.ExitReadLock();
        }
    }

    public void Dispose() => gate.Dispose();

    private bool Forget(int id)
    {
        if (!slots.TryRemove(id, out var slot, out var terms)) return false;
        for (var i = 0; i < terms.Length; i++)
            if (i == 0 || terms[i] != terms[i - 1]) postings[terms[i]].Remove(slot);
        return true;
    }

    private void Ask(string query, SearchBuffers buffers)
    {
        var words = TextWords.OfThisThread;
        words.Read(query);
        var terms = buffers.Query;
        terms.Clear();
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsIgnored(i)) continue;
            var term = vocabulary.Find(words.Stem(i));
            if (term >= 0 && postings[term].Count > 0) AskFor(term, 1, terms);
            else AskForSimilar(words.Stem(i), buffers);
        }
    }

    private void AskFor(int term, float weight, QueryTerms terms)
    {
        var rarity = Rarity(postings[term].Count);
        terms.Attainable += rarity;
        terms.Add(term, rarity * weight);
    }

    private void AskForSimilar(ReadOnlySpan<char> word, SearchBuffers buffers)
    {
        Span<SimilarTerm> similar = stackalloc SimilarTerm[MostSimilar];
        var count = vocabulary.FindSimilar(word, buffers.Terms, similar);
        buffers.Query.Attainable += Rarity(0);
        foreach (var (term, similarity) in similar[..count])
            if (postings[term].Count > 0) buffers.Query.Add(term, Rarity(postings[term].Count) * similarity);
    }

    private float Rarity(int texts) => MathF.Log(1 + (slots.Count - texts + 0.5f) / (texts + 0.5f));

    private Scoreboard Score(SearchBuffers buffers, Func<int, bool>? filter)
    {
        var board = buffers.Slots.Reserve(slots.Capacity);
        Span<float> byLength = stackalloc float[LongestLength + 1];
        for (var length = 0; length <= LongestLength; length++)
            byLength[length] = TermSaturation * (1 - LengthInfluence + LengthInfluence * length / slots.AverageLength);
        for (var i = 0; i < buffers.Query.Count; i++)
        {
            var weight = buffers.Query.Weight(i) * (TermSaturation + 1);
            foreach (var entry in postings[buffers.Query.Term(i)].Entries)
            {
                var slot = Postings.Slot(entry);
                if (filter is not null && !board.Admits(slot, slots.Id(slot), filter)) continue;
                float frequency = Postings.Frequency(entry);
                board.Add(slot, weight * frequency / (frequency + byLength[slots.Length(slot)]));
            }
        }
        return board;
    }

    private WordsHit[] Best(Scoreboard board, SearchBuffers buffers, int k)
    {
        var best = buffers.Best;
        var least = 0f;
        foreach (var slot in board.Touched)
        {
            var score = board[slot];
            if (score <= 0 || score < least) continue;
            var rank = (score, slots.Id(slot));
            if (best.Count < k) best.Enqueue(slot, rank);
            else best.EnqueueDequeue(slot, rank);
            if (best.Count == k && best.TryPeek(out _, out var worst)) least = worst.Score;
        }
        var hits = new WordsHit[best.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            best.TryDequeue(out _, out var rank);
            hits[i] = new WordsHit(rank.Id, rank.Score, rank.Score / buffers.Query.Attainable);
        }
        return hits;
    }
}

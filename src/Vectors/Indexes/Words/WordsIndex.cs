using Alicerce.Vectors.Text;
using Alicerce.Vectors.Text.Concepts;

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>A text that shares words with a query. <paramref name="Coverage"/> is the part of what the query asks for, by weight, from 0 to about 1.</summary>
public readonly record struct WordsHit(int Id, float Score, float Coverage);

/// <summary>
/// Texts by id, searched by words: BM25 over stems, trigrams for words that no text has as they are typed and, unless it is told otherwise, the concepts that words stand for.
/// Searches run side by side and a write waits for them: a reader/writer lock, because a search takes tens of microseconds and a write few, so that no copy of
/// the lists is needed and a search reads plain arrays.
/// </summary>
public sealed class WordsIndex(bool withMeaning = true) : IDisposable
{
    private const float TermSaturation = 1.2f;
    private const float LengthInfluence = 0.75f;
    private const int MostReasons = 4;

    private readonly ReaderWriterLockSlim gate = new();
    private readonly TermTable table = new(withMeaning ? ConceptList.BuiltIn : null);
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
            var slot = slots.Add(id, words.Count);
            slots.SetTerms(slot, table.Add(words, slot));
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

    /// <summary>
    /// The k texts that share most with the query, best first, equal ones by id (of equal ones at the end, some); behind them those of <paramref name="also"/> that share anything, which may be among the k, too.
    /// The filter is asked once for each text, before it is scored.
    /// </summary>
    public IReadOnlyList<WordsHit> Search(string query, int k, Func<int, bool>? filter = null, ReadOnlySpan<int> also = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var buffers = SearchBuffers.OfThisThread;
        gate.EnterReadLock();
        try
        {
            table.Ask(query, slots.Count, buffers);
            Score(buffers, filter);
            return Collect(buffers, k, also);
        }
        finally
        {
            buffers.Slots.Clear();
            gate.ExitReadLock();
        }
    }

    /// <summary>Why texts answer a query: for each id the words, resembling words and concepts that count most, in that order of weight.</summary>
    public IReadOnlyList<IReadOnlyList<Reason>> Explain(string query, ReadOnlySpan<int> ids)
    {
        var buffers = SearchBuffers.OfThisThread;
        gate.EnterReadLock();
        try
        {
            table.Ask(query, slots.Count, buffers);
            var reasons = new IReadOnlyList<Reason>[ids.Length];
            for (var i = 0; i < ids.Length; i++) reasons[i] = slots.TryFind(ids[i], out var slot) ? Reasons(buffers.Query, slots.Terms(slot)) : [];
            return reasons;
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    public void Dispose() => gate.Dispose();

    private bool Forget(int id)
    {
        if (!slots.TryRemove(id, out var slot, out var terms)) return false;
        foreach (var term in terms) table.Remove(term, slot);
        return true;
    }

    private void Score(SearchBuffers buffers, Func<int, bool>? filter)
    {
        var board = buffers.Slots;
        board.Reserve(slots.Capacity);
        Span<float> impacts = stackalloc float[Slots.LongestLength + 1];
        for (var length = 0; length < impacts.Length; length++) impacts[length] = Impact(1, length);
        for (var i = 0; i < buffers.Query.Count; i++)
        {
            var entries = table.Entries(buffers.Query.Term(i));
            if (filter is not null)
                foreach (var entry in entries) board.Admits(Postings.Slot(entry), slots.Id(Postings.Slot(entry)), filter);
            if (buffers.Query.Term(i) < table.Concepts) AddConcept(board.Scores, entries, buffers.Query.Weight(i));
            else AddStem(board.Scores, entries, buffers.Query.Weight(i), impacts);
        }
    }

    private static void AddConcept(Span<float> scores, ReadOnlySpan<uint> entries, float weight)
    {
        var each = weight / TermTable.StrengthSteps;
        foreach (var entry in entries) scores[Postings.Slot(entry)] += each * Postings.Frequency(entry);
    }

    private void AddStem(Span<float> scores, ReadOnlySpan<uint> entries, float weight, ReadOnlySpan<float> impactsOfOne)
    {
        var lengths = slots.Lengths;
        foreach (var entry in entries)
        {
            var (slot, frequency) = (Postings.Slot(entry), Postings.Frequency(entry));
            scores[slot] += weight * (frequency == 1 ? impactsOfOne[lengths[slot]] : Impact(frequency, lengths[slot]));
        }
    }

    private float Impact(float frequency, int length) =>
        frequency * (TermSaturation + 1) / (frequency + TermSaturation * (1 - LengthInfluence + LengthInfluence * length / slots.AverageLength));

    private List<WordsHit> Collect(SearchBuffers buffers, int k, ReadOnlySpan<int> also)
    {
        var count = buffers.FindBest(Math.Min(k, Math.Max(1, slots.Count)));
        List<WordsHit> hits = new(count + also.Length);
        for (var i = 0; i < count; i++) hits.Add(Hit(slots.Id(buffers.BestSlots[i]), buffers.Best[i]));
        hits.Sort(static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Id.CompareTo(other.Id));
        foreach (var id in also)
            if (slots.TryFind(id, out var slot) && buffers.Slots.ScoreOf(slot) is > 0 and var score) hits.Add(Hit(id, score));
        return hits;

        WordsHit Hit(int id, float score) => new(id, score, score / buffers.Query.Attainable);
    }

    private Reason[] Reasons(QueryTerms query, ReadOnlySpan<int> terms)
    {
        Span<int> best = stackalloc int[MostReasons + 1];
        var count = 0;
        for (var i = 0; i < query.Count; i++)
        {
            if (!terms.Contains(query.Term(i))) continue;
            var at = count;
            for (; at > 0 && query.Weight(best[at - 1]) < query.Weight(i); at--) best[at] = best[at - 1];
            best[at] = i;
            count = Math.Min(count + 1, MostReasons);
        }
        var reasons = new Reason[count];
        for (var i = 0; i < count; i++) reasons[i] = ReasonOf(query, best[i]);
        return reasons;
    }

    private Reason ReasonOf(QueryTerms query, int index)
    {
        var term = query.Term(index);
        return new Reason(term < table.Concepts ? ReasonKind.Meaning : query.IsSimilar(index) ? ReasonKind.Similar : ReasonKind.Word, table.Shown(term));
    }
}

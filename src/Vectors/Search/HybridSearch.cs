using System.Numerics.Tensors;
using Alicerce.Vectors.Indexes;
using Alicerce.Vectors.Indexes.Words;

namespace Alicerce.Vectors.Search;

/// <summary>
/// A hit of both indexes. <paramref name="Similarity"/> is the cosine of the query's vector and the text's, whichever index found it; <paramref name="Score"/> is what
/// hits are sorted by; <paramref name="Why"/> names what query and text share, weightiest first.
/// </summary>
public sealed record HybridHit(int Id, float Similarity, float Score, IReadOnlyList<Reason> Why);

/// <summary>
/// Search by meaning and by words at once. Both measures run from 0 to 1, so their weighted mean is the score, and the words mostly bring candidates and part what is
/// equally similar: on the labelled set that finds more than reciprocal ranks, which know no difference between a good hit and one that is merely next (docs/performance.md has both).
/// </summary>
public sealed class HybridSearch(IVectorIndex vectors, WordsIndex words)
{
    private const float ShareOfSimilarity = 0.97f;
    private const int LeastCandidates = 50;
    private const int CandidatesByHit = 4;

    /// <summary>A text that has so much of the query's words is no noise, however its vector lies.</summary>
    private const float CoverageThatCounts = 0.5f;

    /// <summary>The k best texts that the filter lets through, best score first, equal ones by id.</summary>
    /// <param name="query">The query as typed.</param>
    /// <param name="vector">Its vector, by the provider that made those of the index.</param>
    /// <param name="k">How many hits at most.</param>
    /// <param name="leastSimilarity">The provider's similarity under which a hit is noise.</param>
    /// <param name="filter">Asked before a text is scored.</param>
    public IReadOnlyList<HybridHit> Search(string query, ReadOnlySpan<float> vector, int k, float leastSimilarity = -1, Func<int, bool>? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var candidates = Math.Max(LeastCandidates, k * CandidatesByHit);
        var bySimilarity = vectors.Search(vector, candidates, filter);
        Span<int> found = bySimilarity.Count <= LeastCandidates ? stackalloc int[bySimilarity.Count] : new int[bySimilarity.Count];
        for (var i = 0; i < found.Length; i++) found[i] = bySimilarity[i].Id;
        var scored = Score(bySimilarity, words.Search(query, candidates, filter, found), vector, leastSimilarity);
        scored.Sort(BestFirst);
        var best = scored.Count > k ? scored[..k] : scored;
        return Explained(query, best);
    }

    private List<Candidate> Score(IReadOnlyList<VectorHit> bySimilarity, IReadOnlyList<WordsHit> byWords, ReadOnlySpan<float> vector, float leastSimilarity)
    {
        Dictionary<int, float> coverage = new(byWords.Count);
        foreach (var hit in byWords) coverage[hit.Id] = Math.Min(1, hit.Coverage);
        List<Candidate> scored = new(bySimilarity.Count + byWords.Count);
        foreach (var hit in bySimilarity)
        {
            coverage.Remove(hit.Id, out var covered);
            Consider(hit.Id, hit.Similarity, covered);
        }
        Span<float> other = stackalloc float[vector.Length];
        var length = TensorPrimitives.Norm(vector);
        foreach (var (id, covered) in coverage)
            if (vectors.TryGet(id, other)) Consider(id, length == 0 ? 0 : Math.Clamp(TensorPrimitives.Dot(vector, other) / length, -1, 1), covered);
        return scored;

        void Consider(int id, float similarity, float covered)
        {
            if (similarity < leastSimilarity && covered < CoverageThatCounts) return;
            scored.Add(new Candidate(id, similarity, ShareOfSimilarity * similarity + (1 - ShareOfSimilarity) * covered));
        }
    }

    private HybridHit[] Explained(string query, List<Candidate> best)
    {
        var why = words.Explain(query, best.Select(candidate => candidate.Id).ToArray());
        return [.. best.Select((candidate, i) => new HybridHit(candidate.Id, candidate.Similarity, candidate.Score, why[i]))];
    }

    private static int BestFirst(Candidate one, Candidate other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Id.CompareTo(other.Id);

    private readonly record struct Candidate(int Id, float Similarity, float Score);
}

namespace Alicerce.Vectors.Indexes;

/// <summary>Vectors by id, searched by cosine. A vector of an id replaces the one before.</summary>
public interface IVectorIndex
{
    int Dimensions { get; }

    int Count { get; }

    void Upsert(int id, ReadOnlySpan<float> vector);

    bool Remove(int id);

    /// <summary>The k most similar, best first; the filter is asked before a vector is scored.</summary>
    IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int k, Func<int, bool>? filter = null);

    bool TryGet(int id, Span<float> vector);
}

/// <summary>An id and its cosine to the query.</summary>
public readonly record struct VectorHit(int Id, float Similarity);

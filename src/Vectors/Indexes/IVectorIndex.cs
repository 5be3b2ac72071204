namespace Alicerce.Vectors.Indexes;

/// <summary>
/// Vectors by id, and the ids whose vectors are nearest to a question. Every call may come from any thread, searches while others write.
/// What is added and what is asked is brought to length 1, so that the inner product of two vectors is their cosine; a vector of zeros stays one and resembles nothing (0).
/// A vector of another length than <see cref="Dimensions"/>, or with a component that is no finite number, throws <see cref="ArgumentException"/>.
/// </summary>
public interface IVectorIndex
{
    /// <summary>How many numbers a vector of this index has.</summary>
    int Dimensions { get; }

    /// <summary>How many ids have a vector.</summary>
    int Count { get; }

    /// <summary>Adds the vector of an id, or replaces it: an id never has two.</summary>
    void Upsert(int id, ReadOnlySpan<float> vector);

    /// <summary>Removes an id's vector; false when it has none.</summary>
    bool Remove(int id);

    /// <summary>
    /// The nearest vectors, most similar first, equal similarities by id. A <paramref name="k"/> above <see cref="Count"/> gives all, an empty index none;
    /// zero or less throws <see cref="ArgumentException"/>.
    /// </summary>
    /// <param name="query">The vector that is asked for.</param>
    /// <param name="k">How many hits at most.</param>
    /// <param name="filter">Which ids may be found. It is asked before an id is scored: what it refuses takes no place among the <paramref name="k"/>.</param>
    IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int k, Func<int, bool>? filter = null);

    /// <summary>Copies the vector of an id, at length 1, to <paramref name="vector"/>; false when it has none.</summary>
    bool TryGet(int id, Span<float> vector);
}

/// <summary>An id that was found.</summary>
/// <param name="Similarity">The cosine between its vector and the question, from -1 to 1.</param>
public readonly record struct VectorHit(int Id, float Similarity);

using System.Numerics.Tensors;
using Alicerce.Vectors.Indexes;

namespace Alicerce.Vectors.Tests.Search;

/// <summary>The plainest index there is: every vector is compared.</summary>
internal sealed class ScanIndex(int dimensions) : IVectorIndex
{
    private readonly Dictionary<int, float[]> vectors = [];

    public int Dimensions => dimensions;

    public int Count => vectors.Count;

    public void Upsert(int id, ReadOnlySpan<float> vector) => vectors[id] = vector.ToArray();

    public bool Remove(int id) => vectors.Remove(id);

    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int k, Func<int, bool>? filter = null)
    {
        List<VectorHit> hits = [];
        foreach (var (id, vector) in vectors)
            if (filter?.Invoke(id) != false) hits.Add(new VectorHit(id, TensorPrimitives.CosineSimilarity(query, vector)));
        return [.. hits.OrderByDescending(hit => hit.Similarity).ThenBy(hit => hit.Id).Take(k)];
    }

    public bool TryGet(int id, Span<float> vector)
    {
        if (!vectors.TryGetValue(id, out var found)) return false;
        found.CopyTo(vector);
        return true;
    }
}

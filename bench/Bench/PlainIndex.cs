using System.Numerics.Tensors;
using Alicerce.Vectors.Indexes;

namespace Alicerce.Bench;

/// <summary>Every vector compared, nothing else: quality is measured apart from what an index may lose.</summary>
internal sealed class PlainIndex(IEnumerable<(int Id, float[] Vector)> vectors) : IVectorIndex
{
    private readonly Dictionary<int, float[]> byId = vectors.ToDictionary(entry => entry.Id, entry => entry.Vector);

    public int Dimensions => byId.Values.First().Length;

    public int Count => byId.Count;

    public void Upsert(int id, ReadOnlySpan<float> vector) => byId[id] = vector.ToArray();

    public bool Remove(int id) => byId.Remove(id);

    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int k, Func<int, bool>? filter = null)
    {
        List<VectorHit> hits = [];
        foreach (var (id, vector) in byId)
            if (filter?.Invoke(id) != false) hits.Add(new VectorHit(id, TensorPrimitives.Dot(query, vector)));
        return [.. hits.OrderByDescending(hit => hit.Similarity).ThenBy(hit => hit.Id).Take(k)];
    }

    public bool TryGet(int id, Span<float> vector)
    {
        if (!byId.TryGetValue(id, out var found)) return false;
        found.CopyTo(vector);
        return true;
    }
}

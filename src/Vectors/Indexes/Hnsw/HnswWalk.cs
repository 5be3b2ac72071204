using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>
/// Walks the graph towards a question and remembers what it needs for that, for one caller at a time. It compares by codes, a quarter of the memory of the vectors:
/// waiting for memory is what a walk does most.
/// </summary>
internal sealed unsafe class HnswWalk(RowLayout layout)
{
    private readonly VisitedSlots _visited = new();
    private readonly int[] _fresh = new int[2 * HnswOptions.MaxM];
    private RowsView _rows = RowsView.Empty;

    public QuantizedQuery Query { get; } = new(layout);

    /// <summary>What the last walk along a layer found.</summary>
    public CandidatePool Pool { get; } = new();

    /// <summary>The rows to walk on; a slot that is not among them does not exist for this walk.</summary>
    public void Begin(RowsView rows) => _rows = rows;

    /// <summary>The slot that greedy steps from the entry end at, above a layer.</summary>
    public int Descend(HnswGraph graph, (int Slot, int Layer) entry, int above)
    {
        var nearest = entry.Slot;
        var best = Estimate(nearest);
        for (var layer = entry.Layer; layer > above; layer--)
        {
            for (var moved = true; moved;)
            {
                moved = false;
                foreach (var slot in graph.Neighbours(nearest, layer))
                {
                    if (slot >= _rows.Count) continue;
                    var estimate = Estimate(slot);
                    if (estimate <= best) continue;
                    (best, nearest, moved) = (estimate, slot, true);
                }
            }
        }

        return nearest;
    }

    /// <summary>Fills <see cref="Pool"/> with the <paramref name="ef"/> nearest that a walk along one layer meets, without <paramref name="self"/>.</summary>
    public void Along(HnswGraph graph, int layer, int ef, int start, int self = -1)
    {
        _visited.Reset(_rows.Count);
        if ((uint)self < (uint)_rows.Count) _visited.Add(self);
        Pool.Reset(ef);
        if (_visited.Add(start)) Pool.Offer(CandidatePool.Entry(start, Estimate(start)));
        while (Pool.TryExpand(out var slot)) Expand(graph.Neighbours(slot, layer));
    }

    private void Expand(ReadOnlySpan<int> neighbours)
    {
        var (fresh, count, limit) = (_fresh, 0, _rows.Count);
        foreach (var slot in neighbours)
        {
            if (slot >= limit || !_visited.Add(slot)) continue;
            Prefetch(_rows.Code(slot));
            fresh[count++] = slot;
        }

        for (var i = 0; i < count; i++) Pool.Offer(CandidatePool.Entry(fresh[i], Estimate(fresh[i])));
    }

    private float Estimate(int slot)
    {
        var chunk = _rows.Chunks[slot >> RowChunk.Shift];
        var row = slot & RowChunk.Mask;
        return Kernels.Dot(chunk.Code(row), Query.Codes, Query.Sum, layout.Codes) * chunk.Scales[row];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Prefetch(byte* code)
    {
        if (!Sse.IsSupported) return;
        for (var i = 0; i < layout.Codes; i += RowLayout.CacheLine) Sse.Prefetch0(code + i);
    }
}

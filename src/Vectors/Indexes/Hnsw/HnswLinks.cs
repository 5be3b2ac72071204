using System.Runtime.InteropServices;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>Gives a slot its neighbours and takes dead ones out of the graph. Several may link different slots at once, each with a walk of its own.</summary>
internal sealed unsafe class HnswLinks(RowLayout layout, HnswGraph graph, int efConstruction)
{
    // Equal vectors would be nobody's neighbours but each other's, and a walk would not find its way to them or from them.
    private const float Copy = 0.9999f;

    /// <summary>Links a slot whose row is written and whose place in the graph is made to slots of these rows.</summary>
    public void Link(HnswWalk walk, RowsView rows, int slot)
    {
        var entry = graph.Entry;
        if (entry.Slot == HnswGraph.NoEntry) return;
        walk.Begin(rows);
        walk.Query.SetRow(rows, slot);
        var highest = graph.Layer(slot);
        var start = walk.Descend(graph, entry, highest);
        for (var layer = Math.Min(highest, entry.Layer); layer >= 0; layer--)
        {
            walk.Along(graph, layer, efConstruction, start, slot);
            if (walk.Pool.Count > 0) start = walk.Pool.Slot(0);
            LinkBoth(rows, slot, layer, Candidates(walk, rows));
        }
    }

    /// <summary>Gives those that have a dead slot as neighbour, as far as a walk finds them, others in its place.</summary>
    public void Unlink(HnswWalk walk, RowsView rows, int dead)
    {
        walk.Begin(rows);
        walk.Query.SetRow(rows, dead);
        for (var layer = graph.Layer(dead); layer >= 0; layer--)
        {
            // They are near to it: some among its own neighbours, the others are met on a walk around it.
            walk.Along(graph, layer, efConstruction, dead);
            for (var place = 0; place < walk.Pool.Count; place++) Replace(rows, walk.Pool.Slot(place), dead, layer);
        }
    }

    /// <summary>Where a slot has this neighbour, puts the best of the neighbour's own neighbours in its place.</summary>
    public void Replace(RowsView rows, int slot, int dead, int layer)
    {
        if (slot == dead || graph.Neighbours(slot, layer).IndexOf(dead) < 0) return;
        lock (graph.LockOf(slot))
        {
            var candidates = new List<ulong>();
            var seen = new HashSet<int> { slot, dead };
            foreach (var list in (ReadOnlySpan<int[]>)[graph.Neighbours(slot, layer).ToArray(), graph.Neighbours(dead, layer).ToArray()])
                foreach (var neighbour in list)
                    if (neighbour < rows.Count && rows.IsLive(neighbour) && seen.Add(neighbour)) candidates.Add(Entry(rows, slot, neighbour));
            Select(rows, slot, layer, candidates, graph.MaxNeighbours(layer));
        }
    }

    // Where nearly everything around is dead, the dead are the way to the rest.
    private List<ulong> Candidates(HnswWalk walk, RowsView rows)
    {
        var pool = walk.Pool;
        List<ulong> all = new(pool.Count), live = new(pool.Count);
        for (var place = 0; place < pool.Count; place++)
        {
            var entry = CandidatePool.Entry(pool.Slot(place), pool.Estimate(place) * walk.Query.Scale);
            all.Add(entry);
            if (rows.IsLive(pool.Slot(place))) live.Add(entry);
        }

        return live.Count < graph.M ? all : live;
    }

    private void LinkBoth(RowsView rows, int slot, int layer, List<ulong> candidates)
    {
        ReadOnlySpan<int> chosen;
        lock (graph.LockOf(slot))
        {
            // Others that link themselves at this moment may have found this slot already.
            foreach (var earlier in graph.Neighbours(slot, layer))
                if (!candidates.Exists(entry => CandidatePool.SlotOf(entry) == earlier)) candidates.Add(Entry(rows, slot, earlier));
            chosen = Select(rows, slot, layer, candidates, graph.M);
        }

        foreach (var neighbour in chosen)
            lock (graph.LockOf(neighbour)) LinkBack(rows, neighbour, slot, layer);
    }

    private void LinkBack(RowsView rows, int slot, int neighbour, int layer)
    {
        var present = graph.Neighbours(slot, layer);
        if (present.Contains(neighbour)) return;
        if (present.Length < graph.MaxNeighbours(layer))
        {
            graph.SetNeighbours(slot, layer, [.. present, neighbour]);
            return;
        }

        var candidates = new List<ulong>(present.Length + 1) { Entry(rows, slot, neighbour) };
        foreach (var other in present)
            if (rows.IsLive(other)) candidates.Add(Entry(rows, slot, other));
        Select(rows, slot, layer, candidates, graph.MaxNeighbours(layer));
    }

    // The paper's heuristic: a candidate that is nearer to a chosen neighbour than to the slot is reached through that neighbour.
    private int[] Select(RowsView rows, int slot, int layer, List<ulong> candidates, int most)
    {
        var sorted = CollectionsMarshal.AsSpan(candidates);
        sorted.Sort();
        var chosen = new List<int>(most);
        var copies = 0;
        for (var i = sorted.Length - 1; i >= 0 && chosen.Count < most; i--)
        {
            var (candidate, similarity) = (CandidatePool.SlotOf(sorted[i]), CandidatePool.EstimateOf(sorted[i]));
            if (sorted.Length > most && ((similarity > Copy && ++copies > graph.M / 4) || IsNearerToOne(rows, chosen, candidate, similarity))) continue;
            chosen.Add(candidate);
        }

        int[] neighbours = [.. chosen];
        graph.SetNeighbours(slot, layer, neighbours);
        return neighbours;
    }

    private bool IsNearerToOne(RowsView rows, List<int> chosen, int candidate, float similarity)
    {
        foreach (var one in chosen)
            if (Similarity(rows, candidate, one) > similarity) return true;
        return false;
    }

    private ulong Entry(RowsView rows, int slot, int neighbour) => CandidatePool.Entry(neighbour, Similarity(rows, slot, neighbour));

    private float Similarity(RowsView rows, int left, int right)
    {
        var (one, other) = (rows.Chunks[left >> RowChunk.Shift], rows.Chunks[right >> RowChunk.Shift]);
        var (row, otherRow) = (left & RowChunk.Mask, right & RowChunk.Mask);
        return Kernels.DotRows(one.Code(row), other.Code(otherRow), other.Sums[otherRow], layout.Codes) * one.Scales[row] * other.Scales[otherRow];
    }
}

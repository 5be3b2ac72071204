using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>The rows and the graph over them. One writer at a time; a search that still reads a state that was left behind finishes on it.</summary>
internal sealed class HnswState
{
    private readonly HnswOptions _options;
    private readonly HnswLinks _links;

    public HnswState(RowLayout layout, HnswOptions options)
    {
        _options = options;
        (Rows, Graph) = (new VectorRows(layout), new HnswGraph(options));
        _links = new HnswLinks(layout, Graph, options.EfConstruction);
    }

    public VectorRows Rows { get; }

    public HnswGraph Graph { get; }

    public void Upsert(HnswWalk walk, int id, ReadOnlySpan<float> unit)
    {
        var slot = Rows.Write(id, unit);
        Graph.Add(slot);
        // Searches do not see the row yet, so that the old one of the id and the new one change places in one moment.
        _links.Link(walk, Rows.View, slot);
        var old = Rows.Publish();
        Graph.Enter(slot);
        if (old is not null) _links.Unlink(walk, Rows.View, old.Value);
    }

    public bool Remove(HnswWalk walk, int id)
    {
        if (Rows.Remove(id) is not { } slot) return false;
        _links.Unlink(walk, Rows.View, slot);
        return true;
    }

    public void LinkAll(int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var rows = Rows.View;
        for (var slot = 0; slot < rows.Count; slot++) Graph.Add(slot);
        if (rows.Count > 0) Graph.Enter(0);
        var (done, highest) = (0, new Lock());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(1, rows.Count, parallel, () => new HnswWalk(Rows.Layout), (slot, _, walk) =>
        {
            if (Graph.Layer(slot) <= Graph.Entry.Layer) _links.Link(walk, rows, slot);
            else
            {
                // A new highest layer is made by one at a time.
                lock (highest)
                {
                    _links.Link(walk, rows, slot);
                    Graph.Enter(slot);
                }
            }

            var linked = Interlocked.Increment(ref done);
            if (linked % 256 == 0) progress?.Report((double)linked / rows.Count);
            return walk;
        }, _ => { });
    }

    /// <summary>The living rows and the graph between them, without one search: only those that lose all neighbours are linked anew.</summary>
    public HnswState WithoutDead(HnswWalk walk)
    {
        var rows = Rows.View;
        var renewed = new HnswState(Rows.Layout, _options);
        renewed.Rows.Append(rows);
        var newSlots = new int[rows.Count];
        var count = 0;
        for (var slot = 0; slot < rows.Count; slot++)
        {
            newSlots[slot] = rows.IsLive(slot) ? count : -1;
            if (newSlots[slot] < 0) continue;
            renewed.Graph.Add(count++, Graph.Layer(slot));
            for (var layer = 0; layer <= Graph.Layer(slot); layer++) DropDead(rows, slot, layer);
        }

        List<int> alone = [];
        for (var slot = 0; slot < rows.Count; slot++)
            if (newSlots[slot] >= 0 && !CopyNeighbours(slot, newSlots, renewed.Graph)) alone.Add(newSlots[slot]);
        foreach (var slot in alone) renewed._links.Link(walk, renewed.Rows.View, slot);
        return renewed;
    }

    private void DropDead(RowsView rows, int slot, int layer)
    {
        foreach (var neighbour in Graph.Neighbours(slot, layer).ToArray())
            if (!rows.IsLive(neighbour)) _links.Replace(rows, slot, neighbour, layer);
    }

    private bool CopyNeighbours(int slot, int[] newSlots, HnswGraph renewed)
    {
        var copied = false;
        for (var layer = 0; layer <= Graph.Layer(slot); layer++)
        {
            var neighbours = Graph.Neighbours(slot, layer).ToArray().Select(neighbour => newSlots[neighbour]).Where(neighbour => neighbour >= 0).ToArray();
            renewed.SetNeighbours(newSlots[slot], layer, neighbours);
            copied |= neighbours.Length > 0;
        }

        renewed.Enter(newSlots[slot]);
        return copied;
    }
}

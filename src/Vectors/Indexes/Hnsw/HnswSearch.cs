using Alicerce.Vectors.Indexes.Exact;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>Chooses between a walk and a scan, and scores what a walk met by the vectors themselves.</summary>
internal static unsafe class HnswSearch
{
    // A candidate of a walk costs about as much as this many rows of a scan (measured at 384 dimensions).
    private const long RowsPerCandidate = 32;

    // A filtered walk goes beyond the question's own neighbourhood, where a graph finds less: it has to pay clearly.
    private const long RowsPerFilteredCandidate = 128;
    private const int SampleSize = 256;

    public static VectorHit[] Search(HnswState state, HnswWalk walk, int k, int ef, Func<int, bool>? filter)
    {
        // The entry before the rows: it is among those it was published with.
        var entry = state.Graph.Entry;
        var rows = state.Rows.View;
        var share = filter is null ? (double)state.Rows.Live / Math.Max(1, rows.Count) : Share(rows, filter);
        if (entry.Slot == HnswGraph.NoEntry || ef * (filter is null ? RowsPerCandidate : RowsPerFilteredCandidate) >= rows.Count * share) return Scan();
        walk.Begin(rows);
        walk.Along(state.Graph, 0, (int)(ef / share), walk.Descend(state.Graph, entry, 0));
        var top = Score(walk, rows, state.Rows.Layout, k, filter);
        // A filter whose ids lie far from the question: what the sample promised was not there.
        return top.IsFull ? top.ToHits() : Scan();

        VectorHit[] Scan() => ExactScan.Search(rows, state.Rows.Layout, walk.Query, k, filter);
    }

    // Which part of the rows lives and passes: so much wider a walk has to be for as many candidates that count.
    private static double Share(RowsView rows, Func<int, bool> filter)
    {
        if (rows.Count == 0) return 0;
        var (asked, passed) = (0, 0);
        var step = Math.Max(1, rows.Count / SampleSize);
        for (var slot = 0; slot < rows.Count; slot += step, asked++)
            if (rows.IsLive(slot) && filter(rows.Id(slot))) passed++;
        return (double)passed / asked;
    }

    private static TopHits Score(HnswWalk walk, RowsView rows, RowLayout layout, int k, Func<int, bool>? filter)
    {
        var top = new TopHits(k);
        var (pool, query) = (walk.Pool, walk.Query);
        for (var place = 0; place < pool.Count; place++)
        {
            // The estimates are in order, and hardly one is further off than the question's own loss, which is many times the usual one.
            if ((pool.Estimate(place) * query.Scale) + query.Margin < top.Limit) break;
            var slot = pool.Slot(place);
            if (!rows.IsLive(slot)) continue;
            var id = rows.Id(slot);
            if (filter is null || filter(id)) top.Offer(id, Kernels.Similarity(rows.Vector(slot), query.Vector, layout.Floats));
        }

        GC.KeepAlive(rows.Chunks);
        GC.KeepAlive(query);
        return top;
    }
}

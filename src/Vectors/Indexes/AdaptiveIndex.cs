using Alicerce.Vectors.Indexes.Exact;
using Alicerce.Vectors.Indexes.Hnsw;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes;

/// <summary>
/// Exact while that is quick, and a graph once there are many vectors: <see cref="BuildAsync"/> makes it in the background and exchanges the two in one moment. Searches
/// are answered throughout, and what is changed meanwhile is in the graph when its turn comes.
/// </summary>
public sealed class AdaptiveIndex : IVectorIndex
{
    /// <summary>Up to here a search of every vector takes some tenths of a millisecond and is always right; beyond, a graph is several times faster (docs/performance.md).</summary>
    public const int DefaultThreshold = 8_000;

    private const int FewChanges = 64;
    private readonly HnswOptions _options;
    private readonly int _threshold;
    private readonly Lock _writer = new();
    private IVectorIndex _current;
    private HashSet<int>? _changed;

    /// <summary>An empty index.</summary>
    public AdaptiveIndex(int dimensions, int threshold = DefaultThreshold, HnswOptions? options = null)
    {
        (_threshold, _options) = (threshold, options ?? new HnswOptions());
        _current = new ExactIndex(dimensions);
    }

    /// <summary>Goes on with a graph that was built before, as <see cref="HnswIndex.Load"/> gives it.</summary>
    public AdaptiveIndex(HnswIndex loaded)
    {
        (_threshold, _options) = (DefaultThreshold, loaded.Options);
        _current = loaded;
    }

    /// <inheritdoc />
    public int Dimensions => Current.Dimensions;

    /// <inheritdoc />
    public int Count => Current.Count;

    /// <summary>Whether there are enough vectors for a graph, and none yet.</summary>
    public bool NeedsBuild => Hnsw is null && Count >= _threshold;

    /// <summary>The graph, once there is one: it can be saved.</summary>
    public HnswIndex? Hnsw => Current as HnswIndex;

    private IVectorIndex Current => Volatile.Read(ref _current);

    /// <inheritdoc />
    public void Upsert(int id, ReadOnlySpan<float> vector)
    {
        lock (_writer)
        {
            _current.Upsert(id, vector);
            _changed?.Add(id);
        }
    }

    /// <inheritdoc />
    public bool Remove(int id)
    {
        lock (_writer)
        {
            _changed?.Add(id);
            return _current.Remove(id);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int k, Func<int, bool>? filter = null) => Current.Search(query, k, filter);

    /// <inheritdoc />
    public bool TryGet(int id, Span<float> vector) => Current.TryGet(id, vector);

    /// <summary>Builds the graph and goes over to it; does nothing where there is one. One build at a time; a cancelled one leaves all as it was.</summary>
    /// <param name="cancellation">Gives the build up.</param>
    /// <param name="progress">Which part of the vectors is linked, from 0 to 1; called on the threads of the build.</param>
    /// <param name="threads">How many threads the build may take.</param>
    public async Task BuildAsync(CancellationToken cancellation, IProgress<double>? progress = null, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ExactIndex exact;
        RowsView rows;
        lock (_writer)
        {
            if (_current is not ExactIndex current) return;
            if (_changed is not null) throw new InvalidOperationException("The graph of this index is being built already.");
            (exact, rows, _changed) = (current, current.Rows.View, []);
        }

        await Task.Run(() => Build(exact, rows, threads, progress, cancellation), CancellationToken.None);
    }

    private void Build(ExactIndex exact, RowsView rows, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        try
        {
            var graph = HnswIndex.Build(exact.Rows.Layout, rows, _options, threads, progress, cancellation);
            while (!TryExchange(exact, graph, out var changed))
            {
                foreach (var id in changed)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Follow(exact, graph, id);
                }
            }
        }
        finally
        {
            lock (_writer) _changed = null;
        }
    }

    // Writers wait only for the last few changes; what is more is followed beside them first.
    private bool TryExchange(ExactIndex exact, HnswIndex graph, out HashSet<int> changed)
    {
        lock (_writer)
        {
            changed = _changed!;
            _changed = [];
            if (changed.Count > FewChanges) return false;
            foreach (var id in changed) Follow(exact, graph, id);
            Volatile.Write(ref _current, graph);
            return true;
        }
    }

    private static void Follow(ExactIndex exact, HnswIndex graph, int id)
    {
        var vector = new float[exact.Dimensions];
        if (exact.TryGet(id, vector)) graph.Upsert(id, vector);
        else graph.Remove(id);
    }
}

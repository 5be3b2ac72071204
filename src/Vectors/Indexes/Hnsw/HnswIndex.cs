using System.Buffers;
using System.Collections.Concurrent;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>
/// Finds nearly all of the nearest vectors without looking at most of them: a graph of neighbours in layers. Searches take no lock. Where the graph would not pay,
/// among few vectors or for a filter that lets few through, every vector is scored and the answer is exact.
/// </summary>
public sealed class HnswIndex : IVectorIndex
{
    private readonly RowLayout _layout;
    private readonly HnswOptions _options;
    private readonly ConcurrentBag<HnswWalk> _walks = [];
    private readonly Lock _writer = new();
    private HnswState _state;

    /// <summary>An empty index.</summary>
    public HnswIndex(int dimensions, HnswOptions? options = null)
        : this(new RowLayout(dimensions), options ?? new HnswOptions())
    {
    }

    internal HnswIndex(RowLayout layout, HnswOptions options, HnswState? state = null)
    {
        if (!options.IsValid) throw new ArgumentException($"{HnswOptions.Ranges}: {options} is not possible.", nameof(options));
        (_layout, _options) = (layout, options);
        _state = state ?? new HnswState(layout, options);
    }

    /// <inheritdoc />
    public int Dimensions => _layout.Dimensions;

    /// <inheritdoc />
    public int Count => State.Rows.Live;

    /// <summary>The parameters of the graph.</summary>
    public HnswOptions Options => _options;

    internal HnswState State => Volatile.Read(ref _state);

    /// <inheritdoc />
    public void Upsert(int id, ReadOnlySpan<float> vector)
    {
        UnitVector.Check(vector, Dimensions);
        var unit = ArrayPool<float>.Shared.Rent(Dimensions);
        UnitVector.Write(vector, unit);
        var walk = Rent();
        lock (_writer)
        {
            _state.Upsert(walk, id, unit.AsSpan(0, Dimensions));
            if (_state.Rows.IsWorn) Renew(walk);
        }

        Return(walk);
        ArrayPool<float>.Shared.Return(unit);
    }

    /// <inheritdoc />
    public bool Remove(int id)
    {
        var walk = Rent();
        bool removed;
        lock (_writer)
        {
            removed = _state.Remove(walk, id);
            if (_state.Rows.IsWorn) Renew(walk);
        }

        Return(walk);
        return removed;
    }

    /// <inheritdoc />
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int k, Func<int, bool>? filter = null) => Search(query, k, _options.EfSearch, filter);

    /// <summary>The same with another number of candidates than <see cref="HnswOptions.EfSearch"/>.</summary>
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int k, int efSearch, Func<int, bool>? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(efSearch, 1);
        UnitVector.Check(query, Dimensions);
        var walk = Rent();
        walk.Query.Set(query);
        var hits = HnswSearch.Search(State, walk, k, Math.Max(k, efSearch), filter);
        Return(walk);
        return hits;
    }

    /// <inheritdoc />
    public bool TryGet(int id, Span<float> vector) => State.Rows.TryCopy(id, vector);

    /// <summary>Makes an index of what another holds, on several threads.</summary>
    internal static HnswIndex Build(RowLayout layout, RowsView source, HnswOptions options, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var state = new HnswState(layout, options);
        state.Rows.Append(source);
        state.LinkAll(threads, progress, cancellation);
        return new HnswIndex(layout, options, state);
    }

    /// <summary>
    /// Writes the index to a file, which replaces the one that was there only once it is whole. Writers wait meanwhile, searches do not.
    /// </summary>
    public void Save(string path, IndexStamp stamp)
    {
        lock (_writer)
        {
            if (_state.Rows.HasDead) Renew(new HnswWalk(_layout));
            HnswFile.Write(path, _state, _options, stamp);
        }
    }

    /// <summary>Reads an index from a file that <see cref="Save"/> wrote. A file that is damaged, cut short or of other dimensions throws <see cref="InvalidDataException"/>.</summary>
    public static (HnswIndex Index, IndexStamp Stamp) Load(string path, int dimensions) => HnswFile.Read(path, new RowLayout(dimensions));

    private void Renew(HnswWalk walk) => Volatile.Write(ref _state, _state.WithoutDead(walk));

    private void Return(HnswWalk walk)
    {
        // A resting walk must not keep rows alive that were left behind.
        walk.Begin(RowsView.Empty);
        _walks.Add(walk);
    }

    private HnswWalk Rent() => _walks.TryTake(out var walk) ? walk : new HnswWalk(_layout);
}

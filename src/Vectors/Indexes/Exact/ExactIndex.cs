using System.Buffers;
using System.Collections.Concurrent;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Exact;

/// <summary>Scores every vector: the right answer always, in microseconds for some ten thousand vectors. Searches take no lock and see the vectors of one moment.</summary>
public sealed class ExactIndex : IVectorIndex
{
    private readonly RowLayout _layout;
    private readonly ConcurrentBag<QuantizedQuery> _queries = [];
    private readonly Lock _writer = new();
    private VectorRows _rows;

    /// <summary>An empty index.</summary>
    public ExactIndex(int dimensions)
    {
        _layout = new RowLayout(dimensions);
        _rows = new VectorRows(_layout);
    }

    /// <inheritdoc />
    public int Dimensions => _layout.Dimensions;

    /// <inheritdoc />
    public int Count => Rows.Live;

    internal VectorRows Rows => Volatile.Read(ref _rows);

    /// <inheritdoc />
    public void Upsert(int id, ReadOnlySpan<float> vector)
    {
        UnitVector.Check(vector, Dimensions);
        var unit = ArrayPool<float>.Shared.Rent(Dimensions);
        UnitVector.Write(vector, unit);
        lock (_writer)
        {
            _rows.Write(id, unit.AsSpan(0, Dimensions));
            _rows.Publish();
            if (_rows.IsWorn) Renew();
        }

        ArrayPool<float>.Shared.Return(unit);
    }

    /// <inheritdoc />
    public bool Remove(int id)
    {
        lock (_writer)
        {
            if (_rows.Remove(id) is null) return false;
            if (_rows.IsWorn) Renew();
            return true;
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int k, Func<int, bool>? filter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        UnitVector.Check(query, Dimensions);
        if (!_queries.TryTake(out var quantized)) quantized = new QuantizedQuery(_layout);
        quantized.Set(query);
        var hits = ExactScan.Search(Rows.View, _layout, quantized, k, filter);
        _queries.Add(quantized);
        return hits;
    }

    /// <inheritdoc />
    public bool TryGet(int id, Span<float> vector) => Rows.TryCopy(id, vector);

    private void Renew() => Volatile.Write(ref _rows, _rows.WithoutDead());
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Exact;

/// <summary>
/// Looks at every row by its codes, four at a time, a quarter of the bytes of the vectors; what cannot be among the best is passed over by a bound that never
/// errs, the rest is scored in full. The result is that of scoring every vector.
/// </summary>
internal static unsafe class ExactScan
{
    private const int Lanes = 4;

    // Codes that fit the processor's caches arrive by themselves, and asking for them costs a third; beyond, asking some steps ahead saves as much (measured).
    private const long CachedBytes = 16 << 20;
    private const int StepsAhead = 4;

    public static VectorHit[] Search(RowsView rows, RowLayout layout, QuantizedQuery query, int k, Func<int, bool>? filter)
    {
        var top = new TopHits(Math.Min(k, Math.Max(rows.Count, 1)));
        var ahead = (long)rows.Count * layout.Codes > CachedBytes ? StepsAhead * Lanes * layout.Codes : 0;
        for (var first = 0; first < rows.Count; first += RowChunk.Capacity)
            Scan(rows, first, ahead, layout, query, top, filter);
        GC.KeepAlive(rows.Chunks);
        GC.KeepAlive(query);
        return top.ToHits();
    }

    private static void Scan(RowsView rows, int first, int ahead, RowLayout layout, QuantizedQuery query, TopHits top, Func<int, bool>? filter)
    {
        var chunk = rows.Chunks[first >> RowChunk.Shift];
        var count = Math.Min(RowChunk.Capacity, rows.Count - first);
        var codes = chunk.Codes;
        var queryCodes = query.Codes;
        var (querySum, stride) = (query.Sum, layout.Codes);
        var (scale, marginOfError) = (Vector128.Create(query.Scale), Vector128.Create(query.MarginOfError));
        var limit = Vector128.Create(top.Limit - query.Margin);
        for (var row = 0; row < count; row += Lanes, codes += Lanes * stride)
        {
            if (ahead > 0) Prefetch(codes + ahead, Lanes * stride);
            var dots = Vector128.ConvertToSingle(Kernels.Dot4(codes, queryCodes, querySum, stride));
            var bound = (dots * scale * Vector128.Load(chunk.Scales + row)) + (marginOfError * Vector128.Load(chunk.Errors + row));
            var hopeful = Vector128.GreaterThanOrEqual(bound, limit).ExtractMostSignificantBits();
            if (hopeful == 0) continue;
            Score(rows, first + row, Math.Min(Lanes, count - row), hopeful, layout, query, top, filter);
            limit = Vector128.Create(top.Limit - query.Margin);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(byte* start, int length)
    {
        if (!Sse.IsSupported) return;
        for (var i = 0; i < length; i += RowLayout.CacheLine) Sse.Prefetch0(start + i);
    }

    private static void Score(RowsView rows, int slot, int count, uint hopeful, RowLayout layout, QuantizedQuery query, TopHits top, Func<int, bool>? filter)
    {
        for (var i = 0; i < count; i++)
        {
            if ((hopeful & (1u << i)) == 0 || !rows.IsLive(slot + i)) continue;
            var id = rows.Id(slot + i);
            if (filter is null || filter(id)) top.Offer(id, Kernels.Similarity(rows.Vector(slot + i), query.Vector, layout.Floats));
        }
    }
}

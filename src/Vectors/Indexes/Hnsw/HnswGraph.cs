using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>
/// Who is whose neighbour on which layer, by slot. Readers take no lock: a list is read entry by entry while a writer may exchange entries, and each entry, old or
/// new, is a slot that exists, so the worst a search meets is a neighbour twice or one that has just been dropped.
/// </summary>
internal sealed class HnswGraph
{
    public const int NoEntry = -1;
    public const int MaxLayer = 24;
    private const int LockCount = 1024;
    private readonly Lock[] _locks = [.. Enumerable.Range(0, LockCount).Select(_ => new Lock())];
    private readonly ulong _seed;
    private Chunk[] _chunks = [];
    private long _entry = Pack(NoEntry, -1);

    public HnswGraph(HnswOptions options)
    {
        M = options.M;
        _seed = options.Seed;
    }

    public int M { get; }

    /// <summary>Where every search begins, and the highest layer.</summary>
    public (int Slot, int Layer) Entry
    {
        get
        {
            var entry = Volatile.Read(ref _entry);
            return ((int)(entry >> 32), (int)entry);
        }
    }

    /// <summary>Begins searches at a slot if none is on a higher layer; only once they may see it.</summary>
    public void Enter(int slot)
    {
        var layer = Layer(slot);
        if (layer > Entry.Layer) Volatile.Write(ref _entry, Pack(slot, layer));
    }

    public int MaxNeighbours(int layer) => layer == 0 ? 2 * M : M;

    /// <summary>Makes room for a slot and decides its layers; the same for the same seed and order.</summary>
    public void Add(int slot, int? layer = null)
    {
        while (slot >> RowChunk.Shift >= _chunks.Length) Volatile.Write(ref _chunks, [.. _chunks, new Chunk(M)]);
        var highest = layer ?? Math.Min(MaxLayer, (int)(-Math.Log(Uniform(_seed, slot)) / Math.Log(M)));
        if (highest > 0) _chunks[slot >> RowChunk.Shift].Upper[slot & RowChunk.Mask] = new int[highest * (M + 1)];
    }

    public int Layer(int slot) => (Volatile.Read(ref _chunks)[slot >> RowChunk.Shift].Upper[slot & RowChunk.Mask]?.Length ?? 0) / (M + 1);

    /// <summary>The neighbours of a slot, a live span: its entries may change while one reads.</summary>
    public ReadOnlySpan<int> Neighbours(int slot, int layer)
    {
        var list = List(slot, layer);
        return list.Slice(1, Volatile.Read(ref list[0]));
    }

    /// <summary>Exchanges a slot's neighbours; only under its <see cref="LockOf"/>.</summary>
    public void SetNeighbours(int slot, int layer, ReadOnlySpan<int> neighbours)
    {
        var list = List(slot, layer);
        for (var i = 0; i < neighbours.Length; i++) Volatile.Write(ref list[i + 1], neighbours[i]);
        Volatile.Write(ref list[0], neighbours.Length);
    }

    public Lock LockOf(int slot) => _locks[slot % LockCount];

    private Span<int> List(int slot, int layer)
    {
        var chunk = Volatile.Read(ref _chunks)[slot >> RowChunk.Shift];
        var row = slot & RowChunk.Mask;
        return layer == 0
            ? chunk.Lowest.AsSpan(row * ((2 * M) + 1), (2 * M) + 1)
            : chunk.Upper[row].AsSpan((layer - 1) * (M + 1), M + 1);
    }

    private static long Pack(int slot, int layer) => ((long)slot << 32) | (uint)layer;

    // SplitMix64: a good number between 0 and 1 from any seed and counter.
    private static double Uniform(ulong seed, int slot)
    {
        var mixed = (seed * 0x9E37_79B9_7F4A_7C15) + (((ulong)slot + 1) * 0xD1B5_4A32_D192_ED03);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        mixed ^= mixed >> 31;
        return ((mixed >> 11) + 1) / 9007199254740993.0;
    }

    private sealed class Chunk(int m)
    {
        public int[] Lowest { get; } = new int[RowChunk.Capacity * ((2 * m) + 1)];

        public int[]?[] Upper { get; } = new int[RowChunk.Capacity][];
    }
}

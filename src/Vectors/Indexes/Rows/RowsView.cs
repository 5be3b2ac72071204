namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>The rows as they were at one version: later rows are beyond <see cref="Count"/>, and a row that died later still lives here.</summary>
internal sealed class RowsView(RowChunk[] chunks, int count, int version)
{
    public static RowsView Empty { get; } = new([], 0, 0);

    public RowChunk[] Chunks => chunks;

    /// <summary>Rows written so far, the dead ones among them.</summary>
    public int Count => count;

    public int Version => version;

    public bool IsLive(int slot) => Volatile.Read(ref chunks[slot >> RowChunk.Shift].Died[slot & RowChunk.Mask]) > version;

    public int Id(int slot) => chunks[slot >> RowChunk.Shift].Ids[slot & RowChunk.Mask];

    public unsafe float* Vector(int slot) => chunks[slot >> RowChunk.Shift].Vector(slot & RowChunk.Mask);

    public unsafe byte* Code(int slot) => chunks[slot >> RowChunk.Shift].Code(slot & RowChunk.Mask);

    public unsafe void CopyTo(int slot, Span<float> vector)
    {
        new ReadOnlySpan<float>(Vector(slot), vector.Length).CopyTo(vector);
        GC.KeepAlive(chunks);
    }
}

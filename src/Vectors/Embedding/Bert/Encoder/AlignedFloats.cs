namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>Floats that begin at a cache line and never move, so that kernels may keep their address. Whoever uses the address keeps this object alive.</summary>
internal sealed unsafe class AlignedFloats
{
    private const int LineBytes = 64;

    private readonly float[] _memory;
    private readonly int _skipped;

    public AlignedFloats(long length)
    {
        _memory = GC.AllocateArray<float>(checked((int)(length + (LineBytes / sizeof(float)))), pinned: true);
        fixed (float* start = _memory) _skipped = (int)((LineBytes - ((nuint)start % LineBytes)) % LineBytes / sizeof(float));
        Length = (int)length;
    }

    public int Length { get; }

    public float* Address
    {
        // The array is pinned for its whole life.
        get { fixed (float* start = _memory) return start + _skipped; }
    }

    public Span<float> Span => _memory.AsSpan(_skipped, Length);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>
/// A few hundred rows of an index: vectors, their codes, and what belongs to each. Rows are only ever appended; the one thing that changes about a row is when it
/// died. The memory is the runtime's, pinned, so that nobody has to free it and a search that still reads an old chunk keeps it alive.
/// </summary>
internal sealed unsafe class RowChunk
{
    public const int Shift = 8;
    public const int Capacity = 1 << Shift;
    public const int Mask = Capacity - 1;
    private readonly RowLayout _layout;
    private readonly byte[] _memory;

    public RowChunk(RowLayout layout)
    {
        _layout = layout;
        _memory = GC.AllocateArray<byte>(RowLayout.CacheLine + (Capacity * ((layout.Floats * sizeof(float)) + layout.Codes + (3 * sizeof(float)))), pinned: true);
        var start = (byte*)Unsafe.AsPointer(ref _memory[0]);
        start += RowLayout.CacheLine - ((nint)start % RowLayout.CacheLine);
        Codes = start;
        Scales = (float*)(Codes + (Capacity * layout.Codes));
        Errors = Scales + Capacity;
        Sums = (int*)(Errors + Capacity);
        Vectors = (float*)(Sums + Capacity);
        Array.Fill(Died, int.MaxValue);
    }

    public byte* Codes { get; }

    public float* Scales { get; }

    public float* Errors { get; }

    public int* Sums { get; }

    public float* Vectors { get; }

    public int[] Ids { get; } = new int[Capacity];

    /// <summary>The version from which on a row is no longer there.</summary>
    public int[] Died { get; } = new int[Capacity];

    public float* Vector(int row) => Vectors + ((nint)row * _layout.Floats);

    public byte* Code(int row) => Codes + ((nint)row * _layout.Codes);

    public void Write(int row, int id, ReadOnlySpan<float> unit)
    {
        unit.CopyTo(new Span<float>(Vector(row), _layout.Dimensions));
        var codes = new Span<byte>(Code(row), _layout.Codes);
        codes.Clear();
        var quantization = Quantization.Write(unit, MemoryMarshal.Cast<byte, sbyte>(codes));
        foreach (ref var code in codes) code ^= 128;
        Scales[row] = quantization.Scale;
        Errors[row] = quantization.Error;
        Sums[row] = quantization.Sum;
        Ids[row] = id;
    }
}

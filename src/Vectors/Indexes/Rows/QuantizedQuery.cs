using System.Runtime.CompilerServices;

namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>A question, laid out and coded as the rows are. Kept for the next one: pinned memory is dear to get.</summary>
internal sealed unsafe class QuantizedQuery
{
    private readonly RowLayout _layout;
    private readonly byte[] _memory;

    public QuantizedQuery(RowLayout layout)
    {
        _layout = layout;
        _memory = GC.AllocateArray<byte>(RowLayout.CacheLine + (layout.Floats * sizeof(float)) + layout.Codes, pinned: true);
        var start = (byte*)Unsafe.AsPointer(ref _memory[0]);
        start += RowLayout.CacheLine - ((nint)start % RowLayout.CacheLine);
        Codes = (sbyte*)start;
        Vector = (float*)(start + layout.Codes);
    }

    public sbyte* Codes { get; }

    public float* Vector { get; }

    public float Scale { get; private set; }

    public int Sum { get; private set; }

    /// <summary>By how much the estimate of a row without error of its own may miss its similarity, and by how much more for each unit of the row's error.</summary>
    public float Margin { get; private set; }

    public float MarginOfError { get; private set; }

    public void Set(ReadOnlySpan<float> query)
    {
        var unit = new Span<float>(Vector, _layout.Dimensions);
        UnitVector.Write(query, unit);
        var quantization = Quantization.Write(unit, new Span<sbyte>(Codes, _layout.Dimensions));
        Scale = quantization.Scale;
        Sum = quantization.Sum;
        // q·x = (q̂ + f)·(x̂ + e) with |q| = |x| = 1: what the codes leave out, q·e + f·x̂, is at most |e| + |f|(1 + |e|).
        Margin = quantization.Error + _layout.Rounding;
        MarginOfError = 1 + quantization.Error + _layout.Rounding;
    }

    /// <summary>Asks for a row that is there, by its codes alone.</summary>
    public void SetRow(RowsView rows, int slot)
    {
        var chunk = rows.Chunks[slot >> RowChunk.Shift];
        var row = slot & RowChunk.Mask;
        for (var i = 0; i < _layout.Codes; i++) Codes[i] = (sbyte)(chunk.Code(row)[i] ^ 128);
        (Scale, Sum) = (chunk.Scales[row], chunk.Sums[row]);
    }
}

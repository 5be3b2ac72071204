using System.Buffers;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>The weights and bias of one or several linear layers over the same input, laid out as <see cref="MatrixTile"/> reads them.</summary>
internal sealed unsafe class PackedMatrix
{
    private readonly int _inputs;
    private readonly AlignedFloats _weights;
    private readonly AlignedFloats _bias;

    private PackedMatrix(int inputs, int outputs)
    {
        _inputs = inputs;
        Stride = StrideOf(outputs);
        _weights = new AlignedFloats((long)Stride * inputs);
        _bias = new AlignedFloats(Stride);
    }

    /// <summary>How far the rows of the output are apart: whole panels, the last filled up with zeros.</summary>
    public int Stride { get; }

    public static int StrideOf(int columns) => (columns + MatrixTile.Columns - 1) / MatrixTile.Columns * MatrixTile.Columns;

    /// <param name="names">Layers with <paramref name="outputs"/> outputs each, which stand side by side in a row of the result.</param>
    public static PackedMatrix Read(SafetensorsFile file, int inputs, int outputs, params ReadOnlySpan<string> names)
    {
        var packed = new PackedMatrix(inputs, outputs * names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            file.Read($"{names[i]}.bias", [outputs], packed._bias.Span.Slice(i * outputs, outputs));
            packed.Pack(file, $"{names[i]}.weight", outputs, i * outputs);
        }

        return packed;
    }

    /// <summary>Rows are worked on by fours: both sides have room for the next multiple of <see cref="MatrixTile.Rows"/>.</summary>
    public void Multiply(AlignedFloats input, int inputStride, int rows, AlignedFloats output)
    {
        var filled = (rows + MatrixTile.Rows - 1) / MatrixTile.Rows * MatrixTile.Rows;
        if (inputStride < _inputs || input.Length < filled * inputStride || output.Length < filled * Stride) throw new ArgumentException("The buffers are too small for these rows.", nameof(rows));
        // A panel stays in the second cache while all rows pass by.
        for (var column = 0; column < Stride; column += MatrixTile.Columns)
        {
            var panel = _weights.Address + ((long)column * _inputs);
            for (var row = 0; row < filled; row += MatrixTile.Rows)
                MatrixTile.Multiply(input.Address + (row * inputStride), inputStride, _inputs, panel, _bias.Address + column, output.Address + (row * Stride) + column, Stride);
        }

        GC.KeepAlive(this);
        GC.KeepAlive(input);
        GC.KeepAlive(output);
    }

    private void Pack(SafetensorsFile file, string name, int outputs, int firstColumn)
    {
        var rows = ArrayPool<float>.Shared.Rent(MatrixTile.Columns * _inputs);
        try
        {
            for (var first = 0; first < outputs; first += MatrixTile.Columns)
            {
                var count = Math.Min(MatrixTile.Columns, outputs - first);
                file.ReadRows(name, outputs, _inputs, first, rows.AsSpan(0, count * _inputs));
                for (var row = 0; row < count; row++) PackColumn(rows.AsSpan(row * _inputs, _inputs), firstColumn + first + row);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rows);
        }
    }

    private void PackColumn(ReadOnlySpan<float> values, int column)
    {
        var panel = _weights.Span[(column / MatrixTile.Columns * MatrixTile.Columns * _inputs)..];
        var place = column % MatrixTile.Columns;
        for (var k = 0; k < values.Length; k++) panel[(k * MatrixTile.Columns) + place] = values[k];
    }
}

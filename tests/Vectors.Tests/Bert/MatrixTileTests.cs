using System.Runtime.Intrinsics;
using Alicerce.Vectors.Embedding.Bert.Encoder;

namespace Alicerce.Vectors.Tests.Bert;

public sealed unsafe class MatrixTileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(384)]
    public void The_tiles_of_either_vector_width_add_up_what_the_plain_sum_does(int inner)
    {
        var random = new Random(7);
        AlignedFloats Filled(int length)
        {
            var floats = new AlignedFloats(length);
            foreach (ref var value in floats.Span) value = random.NextSingle() - 0.5f;
            return floats;
        }

        var (input, panel, bias) = (Filled(MatrixTile.Rows * (inner + 3)), Filled(inner * MatrixTile.Columns), Filled(MatrixTile.Columns));
        AlignedFloats wide = new(MatrixTile.Rows * MatrixTile.Columns), narrow = new(MatrixTile.Rows * MatrixTile.Columns);
        MatrixTile.Wide(input.Address, inner + 3, inner, panel.Address, bias.Address, wide.Address, MatrixTile.Columns);
        for (var column = 0; column < MatrixTile.Columns; column += 2 * Vector256<float>.Count)
            MatrixTile.Narrow(input.Address, inner + 3, inner, panel.Address + column, bias.Address + column, narrow.Address + column, MatrixTile.Columns);
        for (var row = 0; row < MatrixTile.Rows; row++)
            for (var column = 0; column < MatrixTile.Columns; column++)
            {
                double sum = bias.Span[column];
                for (var k = 0; k < inner; k++) sum += (double)input.Span[(row * (inner + 3)) + k] * panel.Span[(k * MatrixTile.Columns) + column];
                ((double)wide.Span[(row * MatrixTile.Columns) + column]).ShouldBe(sum, 1e-4);
                ((double)narrow.Span[(row * MatrixTile.Columns) + column]).ShouldBe(sum, 1e-4);
            }
    }
}

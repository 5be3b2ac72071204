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

        var input = Filled(MatrixTile.Rows * (inner + 3));
        AlignedFloats wide = Filled(inner * MatrixTile.WideColumns), narrow = Filled(inner * MatrixTile.NarrowColumns), bias = Filled(MatrixTile.WideColumns), output = new(MatrixTile.Rows * MatrixTile.WideColumns);
        MatrixTile.Wide(input.Address, inner + 3, inner, wide.Address, bias.Address, output.Address, MatrixTile.WideColumns);
        ShouldBeTheSum(MatrixTile.WideColumns, wide);
        MatrixTile.Narrow(input.Address, inner + 3, inner, narrow.Address, bias.Address, output.Address, MatrixTile.NarrowColumns);
        ShouldBeTheSum(MatrixTile.NarrowColumns, narrow);

        void ShouldBeTheSum(int columns, AlignedFloats panel)
        {
            for (var row = 0; row < MatrixTile.Rows; row++)
                for (var column = 0; column < columns; column++)
                {
                    double sum = bias.Span[column];
                    for (var k = 0; k < inner; k++) sum += (double)input.Span[(row * (inner + 3)) + k] * panel.Span[(k * columns) + column];
                    ((double)output.Span[(row * columns) + column]).ShouldBe(sum, 1e-4);
                }
        }
    }
}

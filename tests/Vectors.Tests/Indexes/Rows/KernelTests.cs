using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Tests.Indexes.Rows;

public unsafe class KernelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(384)]
    [InlineData(1536)]
    [InlineData(RowLayout.MaxDimensions)]
    public void Every_kernel_gives_the_inner_product_whatever_the_processor_has(int dimensions)
    {
        var layout = new RowLayout(dimensions);
        var chunk = new RowChunk(layout);
        var query = new QuantizedQuery(layout);
        var random = new Random(dimensions);
        var unit = new float[dimensions];
        for (var row = 0; row < 4; row++)
        {
            // The last is all largest codes: the sum of their products is the largest there is.
            UnitVector.Write(row == 3 ? Enumerable.Repeat(-1f, dimensions).ToArray() : SomeVectors.One(random, dimensions), unit);
            chunk.Write(row, row, unit);
        }

        query.Set(Enumerable.Repeat(1f, dimensions).ToArray());
        var four = Kernels.Dot4(chunk.Codes, query.Codes, query.Sum, layout.Codes);
        var portable = Kernels.Dot4Portable(chunk.Codes, query.Codes, layout.Codes);
        for (var row = 0; row < 4; row++)
        {
            var (expected, float64) = (0, 0.0);
            for (var i = 0; i < layout.Codes; i++) expected += (chunk.Code(row)[i] - 128) * query.Codes[i];
            for (var i = 0; i < dimensions; i++) float64 += (double)chunk.Vector(row)[i] * query.Vector[i];
            four[row].ShouldBe(expected);
            portable[row].ShouldBe(expected);
            Kernels.Dot(chunk.Code(row), query.Codes, query.Sum, layout.Codes).ShouldBe(expected);
            Kernels.Similarity(chunk.Vector(row), query.Vector, layout.Floats).ShouldBe((float)float64, layout.Rounding);
            Kernels.Dot256(chunk.Vector(row), query.Vector, layout.Floats).ShouldBe((float)float64, layout.Rounding);
        }

        var rows = Kernels.DotRows(chunk.Code(0), chunk.Code(3), chunk.Sums[3], layout.Codes);
        rows.ShouldBe(Kernels.DotRowsPortable(chunk.Code(0), chunk.Code(3), layout.Codes));
        rows.ShouldBe(-Kernels.Dot(chunk.Code(0), query.Codes, query.Sum, layout.Codes));
        GC.KeepAlive(chunk);
        GC.KeepAlive(query);
    }

    [Fact]
    public void The_bound_made_of_codes_is_never_below_the_similarity()
    {
        var layout = new RowLayout(48);
        var query = new QuantizedQuery(layout);
        var random = new Random(5);
        var unit = new float[48];
        for (var round = 0; round < 80; round++)
        {
            var chunk = new RowChunk(layout);
            for (var row = 0; row < RowChunk.Capacity; row++)
            {
                UnitVector.Write(Spiky(random), unit);
                chunk.Write(row, row, unit);
                query.Set(row % 2 == 0 ? Spiky(random) : unit);
                var dot = Kernels.Dot(chunk.Code(row), query.Codes, query.Sum, layout.Codes);
                var bound = (dot * query.Scale * chunk.Scales[row]) + (query.MarginOfError * chunk.Errors[row]) + query.Margin;
                bound.ShouldBeGreaterThanOrEqualTo(Kernels.Similarity(chunk.Vector(row), query.Vector, layout.Floats));
            }
        }
    }

    // Few large components are what a code of eight bits keeps worst.
    private static float[] Spiky(Random random) => [.. Enumerable.Range(0, 48).Select(_ => (float)(Math.Pow(random.NextDouble(), 9) * random.Next(-1, 2)))];
}

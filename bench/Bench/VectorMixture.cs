using System.Numerics.Tensors;

namespace Alicerce.Bench;

/// <summary>Vectors to search: a mixture of 500 Gaussians at length 1, the same at every run.</summary>
internal sealed class VectorMixture
{
    public const int Dimensions = 384;
    private const int Clusters = 500;
    private const int Seed = 20_260_722;
    private readonly Random _random = new(Seed);

    public VectorMixture(int count, int queries)
    {
        var centres = new float[Clusters][];
        for (var i = 0; i < Clusters; i++) centres[i] = Gaussian(new float[Dimensions]);
        Count = count;
        Vectors = Draw(count, centres);
        Queries = Draw(queries, centres);
        QueryCount = queries;
    }

    public int Count { get; }

    public int QueryCount { get; }

    /// <summary>All vectors, one after the other.</summary>
    public float[] Vectors { get; }

    public float[] Queries { get; }

    public ReadOnlySpan<float> Vector(int i) => Vectors.AsSpan(i * Dimensions, Dimensions);

    public ReadOnlySpan<float> Query(int i) => Queries.AsSpan(i * Dimensions, Dimensions);

    // Each around a centre, as far from it as the centre from nought: neighbours are of the same cluster, and which of them is what a search has to find out.
    private float[] Draw(int count, float[][] centres)
    {
        var all = new float[count * Dimensions];
        for (var i = 0; i < count; i++)
        {
            var vector = Gaussian(all.AsSpan(i * Dimensions, Dimensions));
            TensorPrimitives.Add(vector, centres[_random.Next(Clusters)], vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        }

        return all;
    }

    private float[] Gaussian(float[] vector)
    {
        Gaussian(vector.AsSpan());
        return vector;
    }

    private Span<float> Gaussian(Span<float> vector)
    {
        for (var i = 0; i < vector.Length; i += 2)
        {
            var length = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * _random.NextDouble());
            (vector[i], vector[i + 1]) = ((float)(length * sine), (float)(length * cosine));
        }

        return vector;
    }
}

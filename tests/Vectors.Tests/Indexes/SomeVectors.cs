using Alicerce.Vectors.Indexes;

namespace Alicerce.Vectors.Tests.Indexes;

/// <summary>Vectors to test with: the same ones for the same seed.</summary>
internal static class SomeVectors
{
    public static float[] One(Random random, int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++) vector[i] = Gaussian(random);
        return vector;
    }

    public static float[][] Many(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(random, dimensions))];
    }

    /// <summary>Vectors around a few centres, as the embeddings of similar titles are.</summary>
    public static float[][] Clustered(int count, int dimensions, int clusters, int seed)
    {
        var random = new Random(seed);
        var centres = Enumerable.Range(0, clusters).Select(_ => One(random, dimensions)).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => Around(centres[random.Next(clusters)], random))];
    }

    /// <summary>The definition: every cosine, in double, most similar first, equal ones by id.</summary>
    public static List<(int Id, double Similarity)> BruteForce(IEnumerable<KeyValuePair<int, float[]>> vectors, float[] query, int k) =>
        [.. vectors.Select(pair => (pair.Key, Similarity: Cosine(pair.Value, query))).OrderByDescending(hit => hit.Similarity).ThenBy(hit => hit.Key).Take(k)];

    public static double Cosine(float[] left, float[] right)
    {
        double product = 0, leftSquare = 0, rightSquare = 0;
        for (var i = 0; i < left.Length; i++)
        {
            product += (double)left[i] * right[i];
            leftSquare += (double)left[i] * left[i];
            rightSquare += (double)right[i] * right[i];
        }

        return leftSquare == 0 || rightSquare == 0 ? 0 : product / Math.Sqrt(leftSquare * rightSquare);
    }

    /// <summary>The hits are the nearest ones: as many as there should be, each with its own cosine, in order, and none left out that is nearer by more than rounding.</summary>
    public static void ShouldBeNearest(this IReadOnlyList<VectorHit> hits, IReadOnlyDictionary<int, float[]> vectors, float[] query, int k)
    {
        var expected = BruteForce(vectors, query, k);
        hits.Count.ShouldBe(expected.Count);
        hits.Select(hit => hit.Id).Distinct().Count().ShouldBe(hits.Count);
        for (var i = 0; i < hits.Count; i++)
        {
            ((double)hits[i].Similarity).ShouldBe(expected[i].Similarity, 2e-6);
            Cosine(vectors[hits[i].Id], query).ShouldBe(hits[i].Similarity, 2e-6);
            if (i > 0) (hits[i - 1].Similarity > hits[i].Similarity || (hits[i - 1].Similarity == hits[i].Similarity && hits[i - 1].Id < hits[i].Id)).ShouldBeTrue();
        }
    }

    /// <summary>How many of the true nearest k were found, from 0 to 1.</summary>
    public static double Recall(IVectorIndex index, IReadOnlyDictionary<int, float[]> vectors, IEnumerable<float[]> queries, int k, Func<int, bool>? filter = null) => queries.Average(query =>
    {
        var truth = BruteForce(vectors.Where(pair => filter is null || filter(pair.Key)), query, k).Select(hit => hit.Id).ToHashSet();
        return index.Search(query, k, filter).Count(hit => truth.Contains(hit.Id)) / (double)truth.Count;
    });

    private static float[] Around(float[] centre, Random random) => [.. centre.Select(value => value + (0.6f * Gaussian(random)))];

    private static float Gaussian(Random random) => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}

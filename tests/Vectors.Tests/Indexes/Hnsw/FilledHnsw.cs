using Alicerce.Vectors.Indexes.Hnsw;

namespace Alicerce.Vectors.Tests.Indexes.Hnsw;

/// <summary>An index that is large enough for walks to pay, for tests that only read.</summary>
public sealed class FilledHnsw
{
    public const int Dimensions = 24;

    public FilledHnsw()
    {
        var all = SomeVectors.Clustered(4_050, Dimensions, 40, seed: 11);
        Vectors = all.Take(4_000).Index().ToDictionary(pair => pair.Index, pair => pair.Item);
        Queries = [.. all.Skip(4_000)];
        Index = Make(Vectors);
    }

    public static HnswOptions Options { get; } = new() { M = 8, EfConstruction = 60, EfSearch = 50 };

    public HnswIndex Index { get; }

    public IReadOnlyDictionary<int, float[]> Vectors { get; }

    public IReadOnlyList<float[]> Queries { get; }

    public static HnswIndex Make(IReadOnlyDictionary<int, float[]> vectors)
    {
        var index = new HnswIndex(Dimensions, Options);
        foreach (var (id, vector) in vectors) index.Upsert(id, vector);
        return index;
    }
}

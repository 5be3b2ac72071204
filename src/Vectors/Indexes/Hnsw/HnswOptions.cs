namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>The parameters of the graph, by the names its authors gave them (Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search using HNSW graphs").</summary>
public sealed record HnswOptions
{
    internal const int MaxM = 128;
    private const int MaxEf = 10_000;

    /// <summary>How many neighbours a vector has on each layer, and twice as many on the lowest.</summary>
    public int M { get; init; } = 16;

    /// <summary>How many candidates are kept while a vector's neighbours are sought.</summary>
    public int EfConstruction { get; init; } = 200;

    /// <summary>How many candidates a search keeps: more find more and take longer. A search for more hits than this keeps as many as are asked for.</summary>
    public int EfSearch { get; init; } = 64;

    /// <summary>Decides, with the order of insertion, on which layers a vector is.</summary>
    public ulong Seed { get; init; } = 1;

    internal bool IsValid => M is >= 2 and <= MaxM && EfConstruction is >= 1 and <= MaxEf && EfSearch is >= 1 and <= MaxEf;

    internal static string Ranges => $"M is from 2 to {MaxM}, EfConstruction and EfSearch from 1 to {MaxEf}";
}

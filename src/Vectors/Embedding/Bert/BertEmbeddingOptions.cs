namespace Alicerce.Vectors.Embedding.Bert;

/// <summary>Bounds of <see cref="BertEmbeddingGenerator"/>.</summary>
public sealed record BertEmbeddingOptions
{
    /// <summary>How many threads one call with several texts works on; a call with one text works on one.</summary>
    public int MaxThreads { get; init => field = AtLeast(1, value); } = Environment.ProcessorCount;

    /// <summary>Longer texts are cut to so many tokens; the model's own limit when null or larger than that.</summary>
    public int? MaxTokens { get; init => field = value is { } tokens ? AtLeast(2, tokens) : null; }

    private static int AtLeast(int least, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }
}

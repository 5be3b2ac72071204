using System.Numerics;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>What one thread needs to encode up to so many tokens at once.</summary>
internal sealed class Workspace
{
    public Workspace(BertConfig config, int tokens, int longest)
    {
        var rows = (tokens + MatrixTile.Rows - 1) / MatrixTile.Rows * MatrixTile.Rows;
        HiddenStride = PackedMatrix.StrideOf(config.HiddenSize);
        InnerStride = PackedMatrix.StrideOf(config.IntermediateSize);
        ProjectedStride = PackedMatrix.StrideOf(3 * config.HiddenSize);
        State = new AlignedFloats((long)rows * HiddenStride);
        Change = new AlignedFloats((long)rows * HiddenStride);
        Context = new AlignedFloats((long)rows * HiddenStride);
        Projected = new AlignedFloats((long)rows * ProjectedStride);
        Inner = new AlignedFloats((long)rows * InnerStride);
        Tokens = tokens;
        KeyStride = (longest + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        Keys = new AlignedFloats((long)config.HeadSize * KeyStride);
        Scores = new AlignedFloats(KeyStride);
    }

    public int Tokens { get; }

    public int HiddenStride { get; }

    public int InnerStride { get; }

    public int ProjectedStride { get; }

    public int KeyStride { get; }

    /// <summary>The vector of each token, from layer to layer.</summary>
    public AlignedFloats State { get; }

    /// <summary>What a layer adds to the state.</summary>
    public AlignedFloats Change { get; }

    /// <summary>Queries, keys and values, side by side.</summary>
    public AlignedFloats Projected { get; }

    /// <summary>What attention gathered.</summary>
    public AlignedFloats Context { get; }

    /// <summary>Between the two halves of the feed-forward layer.</summary>
    public AlignedFloats Inner { get; }

    /// <summary>The keys of one head, turned: a row for each of their values.</summary>
    public AlignedFloats Keys { get; }

    public AlignedFloats Scores { get; }
}

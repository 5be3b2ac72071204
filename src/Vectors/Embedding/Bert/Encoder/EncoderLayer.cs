using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>One layer of the encoder: attention, then feed-forward, each added to the state and normalised.</summary>
internal sealed class EncoderLayer
{
    private readonly BertConfig _config;
    private readonly PackedMatrix _projection;
    private readonly PackedMatrix _attentionOutput;
    private readonly LayerNorm _afterAttention;
    private readonly PackedMatrix _inner;
    private readonly PackedMatrix _output;
    private readonly LayerNorm _afterOutput;

    public EncoderLayer(SafetensorsFile file, string name, BertConfig config)
    {
        _config = config;
        var (hidden, inner) = (config.HiddenSize, config.IntermediateSize);
        _projection = PackedMatrix.Read(file, hidden, hidden, $"{name}.attention.self.query", $"{name}.attention.self.key", $"{name}.attention.self.value");
        _attentionOutput = PackedMatrix.Read(file, hidden, hidden, $"{name}.attention.output.dense");
        _afterAttention = new LayerNorm(file, $"{name}.attention.output.LayerNorm", hidden, config.LayerNormEpsilon);
        _inner = PackedMatrix.Read(file, hidden, inner, $"{name}.intermediate.dense");
        _output = PackedMatrix.Read(file, inner, hidden, $"{name}.output.dense");
        _afterOutput = new LayerNorm(file, $"{name}.output.LayerNorm", hidden, config.LayerNormEpsilon);
    }

    /// <param name="rows">Of all texts together.</param>
    public void Apply(Workspace work, IReadOnlyList<int[]> texts, int rows)
    {
        _projection.Multiply(work.State, work.HiddenStride, rows, work.Projected);
        var first = 0;
        foreach (var text in texts)
        {
            SelfAttention.Gather(_config, work, first, text.Length);
            first += text.Length;
        }

        _attentionOutput.Multiply(work.Context, work.HiddenStride, rows, work.Change);
        _afterAttention.AddAndApply(work.State.Span, work.Change.Span, work.HiddenStride, rows);
        _inner.Multiply(work.State, work.HiddenStride, rows, work.Inner);
        Activation.Apply(_config.Activation, work.Inner.Span[..(rows * work.InnerStride)]);
        _output.Multiply(work.Inner, work.InnerStride, rows, work.Change);
        _afterOutput.AddAndApply(work.State.Span, work.Change.Span, work.HiddenStride, rows);
    }
}

using System.Numerics.Tensors;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>Ids of tokens to unit vectors, one for each text. Safe for several threads, each with its own <see cref="Workspace"/>.</summary>
internal sealed class BertEncoder
{
    private readonly BertConfig _config;
    private readonly Pooling _pooling;
    private readonly float[] _words;
    private readonly float[] _positions;
    private readonly LayerNorm _norm;
    private readonly EncoderLayer[] _layers;

    public BertEncoder(SafetensorsFile file, BertConfig config, Pooling pooling)
    {
        (_config, _pooling) = (config, pooling);
        var prefix = file.Has("bert.embeddings.word_embeddings.weight") ? "bert." : "";
        _words = Table(file, $"{prefix}embeddings.word_embeddings.weight", config.VocabSize, config.VocabSize);
        _positions = Table(file, $"{prefix}embeddings.position_embeddings.weight", config.MaxPositions, config.MaxPositions);
        // All of a text is of type 0: only pairs of texts have a second.
        var type = Table(file, $"{prefix}embeddings.token_type_embeddings.weight", config.TypeVocabSize, 1);
        for (var i = 0; i < _positions.Length; i += config.HiddenSize) TensorPrimitives.Add(_positions.AsSpan(i, config.HiddenSize), type, _positions.AsSpan(i, config.HiddenSize));
        _norm = new LayerNorm(file, $"{prefix}embeddings.LayerNorm", config.HiddenSize, config.LayerNormEpsilon);
        _layers = [.. Enumerable.Range(0, config.Layers).Select(i => new EncoderLayer(file, $"{prefix}encoder.layer.{i}", config))];
    }

    public int Dimensions => _config.HiddenSize;

    public Workspace CreateWorkspace(int tokens, int longest) => new(_config, tokens, longest);

    /// <summary>Texts stand behind one another without padding; together they have at most the workspace's tokens.</summary>
    public float[][] Encode(IReadOnlyList<int[]> texts, Workspace work)
    {
        var rows = Embed(texts, work);
        foreach (var layer in _layers) layer.Apply(work, texts, rows);
        var vectors = new float[texts.Count][];
        var first = 0;
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Pool(work, first, texts[i].Length);
            first += texts[i].Length;
        }

        return vectors;
    }

    private int Embed(IReadOnlyList<int[]> texts, Workspace work)
    {
        var (row, size) = (0, _config.HiddenSize);
        foreach (var text in texts)
            for (var position = 0; position < text.Length; position++, row++)
            {
                var state = work.State.Span.Slice(row * work.HiddenStride, size);
                TensorPrimitives.Add(_words.AsSpan(text[position] * size, size), _positions.AsSpan(position * size, size), state);
                _norm.Apply(state);
            }

        return row;
    }

    private float[] Pool(Workspace work, int first, int length)
    {
        var vector = work.State.Span.Slice(first * work.HiddenStride, _config.HiddenSize).ToArray();
        // The mean and the sum have one direction, and only that is kept.
        for (var row = 1; row < length && _pooling == Pooling.Mean; row++) TensorPrimitives.Add(vector, work.State.Span.Slice((first + row) * work.HiddenStride, vector.Length), vector);
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0) TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }

    private float[] Table(SafetensorsFile file, string name, int rows, int wanted)
    {
        file.Require(name, rows, _config.HiddenSize);
        var table = new float[checked(wanted * _config.HiddenSize)];
        file.ReadRows(name, rows, _config.HiddenSize, 0, table);
        return table;
    }
}

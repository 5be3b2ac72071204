using System.Numerics.Tensors;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>Brings each row to mean 0 and variance 1, then to its learnt scale and place.</summary>
internal sealed class LayerNorm
{
    private readonly float[] _weight;
    private readonly float[] _bias;
    private readonly float _epsilon;

    public LayerNorm(SafetensorsFile file, string name, int size, float epsilon)
    {
        (_weight, _bias, _epsilon) = (new float[size], new float[size], epsilon);
        // The oldest checkpoints call them gamma and beta.
        var old = file.Has($"{name}.gamma");
        file.Read(old ? $"{name}.gamma" : $"{name}.weight", [size], _weight);
        file.Read(old ? $"{name}.beta" : $"{name}.bias", [size], _bias);
    }

    public void Apply(Span<float> row)
    {
        TensorPrimitives.Subtract(row, TensorPrimitives.Sum<float>(row) / row.Length, row);
        var variance = TensorPrimitives.SumOfSquares<float>(row) / row.Length;
        TensorPrimitives.Multiply(row, 1 / MathF.Sqrt(variance + _epsilon), row);
        TensorPrimitives.MultiplyAdd(row, _weight, _bias, row);
    }

    /// <summary>Adds each row of <paramref name="change"/> to that of <paramref name="state"/> and normalises the sum, which becomes the state.</summary>
    public void AddAndApply(Span<float> state, ReadOnlySpan<float> change, int stride, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var one = state.Slice(row * stride, _weight.Length);
            TensorPrimitives.Add(one, change.Slice(row * stride, _weight.Length), one);
            Apply(one);
        }
    }
}

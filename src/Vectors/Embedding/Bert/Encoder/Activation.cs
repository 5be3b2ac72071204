using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>The functions between the two halves of a feed-forward layer, in place.</summary>
internal static class Activation
{
    public static void Apply(HiddenActivation kind, Span<float> values)
    {
        switch (kind)
        {
            case HiddenActivation.Relu:
                TensorPrimitives.Max(values, 0f, values);
                break;
            case HiddenActivation.GeluNew:
                Each(values, GeluNew);
                break;
            default:
                Each(values, Gelu);
                break;
        }
    }

    // Rows are whole panels, and so whole vectors.
    private static void Each(Span<float> values, Func<Vector<float>, Vector<float>> function)
    {
        foreach (ref var value in MemoryMarshal.Cast<float, Vector<float>>(values)) value = function(value);
    }

    /// <summary>x · Φ(x), with the error function of Abramowitz and Stegun 7.1.26: exact to 1.5e-7.</summary>
    private static Vector<float> Gelu(Vector<float> x)
    {
        var z = Vector.Abs(x) * 0.70710678f;
        var t = Vector<float>.One / (Vector<float>.One + (z * 0.3275911f));
        var series = t * ((((((((t * 1.061405429f) - Vector.Create(1.453152027f)) * t) + Vector.Create(1.421413741f)) * t) - Vector.Create(0.284496736f)) * t) + Vector.Create(0.254829592f));
        var erf = Vector<float>.One - (series * Vector.Exp(-(z * z)));
        return x * 0.5f * (Vector<float>.One + Vector.CopySign(erf, x));
    }

    /// <summary>x / (1 + e^(-2u)), which is x/2 · (1 + tanh u).</summary>
    private static Vector<float> GeluNew(Vector<float> x)
    {
        var u = (x + (x * x * x * 0.044715f)) * 0.7978845608f;
        return x / (Vector<float>.One + Vector.Exp(u * -2f));
    }
}

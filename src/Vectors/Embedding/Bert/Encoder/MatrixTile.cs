using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>Four rows times one panel of columns, as wide as the registers allow: what is added up stays in them over the whole length of the rows.</summary>
internal static unsafe class MatrixTile
{
    public const int Rows = 4;
    public const int WideColumns = 64;
    public const int NarrowColumns = 16;

    /// <summary>The width of a panel on this processor.</summary>
    public static readonly int Columns = Vector512.IsHardwareAccelerated ? WideColumns : NarrowColumns;

    /// <param name="input">Four rows of <paramref name="inner"/> values, <paramref name="inputStride"/> apart.</param>
    /// <param name="panel">For each of these values the weights that it is multiplied with.</param>
    public static void Multiply(float* input, int inputStride, int inner, float* panel, float* bias, float* output, int outputStride)
    {
        if (Vector512.IsHardwareAccelerated) Wide(input, inputStride, inner, panel, bias, output, outputStride);
        else Narrow(input, inputStride, inner, panel, bias, output, outputStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Wide(float* input, int inputStride, int inner, float* panel, float* bias, float* output, int outputStride)
    {
        Vector512<float> a0 = Vector512.Load(bias), a1 = Vector512.Load(bias + 16), a2 = Vector512.Load(bias + 32), a3 = Vector512.Load(bias + 48);
        Vector512<float> b0 = a0, b1 = a1, b2 = a2, b3 = a3, c0 = a0, c1 = a1, c2 = a2, c3 = a3, d0 = a0, d1 = a1, d2 = a2, d3 = a3;
        float* second = input + inputStride, third = second + inputStride, fourth = third + inputStride;
        for (var k = 0; k < inner; k++, panel += WideColumns)
        {
            Vector512<float> w0 = Vector512.Load(panel), w1 = Vector512.Load(panel + 16), w2 = Vector512.Load(panel + 32), w3 = Vector512.Load(panel + 48);
            var x = Vector512.Create(input[k]);
            (a0, a1, a2, a3) = (Vector512.MultiplyAddEstimate(x, w0, a0), Vector512.MultiplyAddEstimate(x, w1, a1), Vector512.MultiplyAddEstimate(x, w2, a2), Vector512.MultiplyAddEstimate(x, w3, a3));
            x = Vector512.Create(second[k]);
            (b0, b1, b2, b3) = (Vector512.MultiplyAddEstimate(x, w0, b0), Vector512.MultiplyAddEstimate(x, w1, b1), Vector512.MultiplyAddEstimate(x, w2, b2), Vector512.MultiplyAddEstimate(x, w3, b3));
            x = Vector512.Create(third[k]);
            (c0, c1, c2, c3) = (Vector512.MultiplyAddEstimate(x, w0, c0), Vector512.MultiplyAddEstimate(x, w1, c1), Vector512.MultiplyAddEstimate(x, w2, c2), Vector512.MultiplyAddEstimate(x, w3, c3));
            x = Vector512.Create(fourth[k]);
            (d0, d1, d2, d3) = (Vector512.MultiplyAddEstimate(x, w0, d0), Vector512.MultiplyAddEstimate(x, w1, d1), Vector512.MultiplyAddEstimate(x, w2, d2), Vector512.MultiplyAddEstimate(x, w3, d3));
        }

        StoreRow(output, a0, a1, a2, a3);
        StoreRow(output + outputStride, b0, b1, b2, b3);
        StoreRow(output + (2 * outputStride), c0, c1, c2, c3);
        StoreRow(output + (3 * outputStride), d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Narrow(float* input, int inputStride, int inner, float* panel, float* bias, float* output, int outputStride)
    {
        Vector256<float> a0 = Vector256.Load(bias), a1 = Vector256.Load(bias + 8);
        Vector256<float> b0 = a0, b1 = a1, c0 = a0, c1 = a1, d0 = a0, d1 = a1;
        float* second = input + inputStride, third = second + inputStride, fourth = third + inputStride;
        for (var k = 0; k < inner; k++, panel += NarrowColumns)
        {
            Vector256<float> w0 = Vector256.Load(panel), w1 = Vector256.Load(panel + 8);
            var x = Vector256.Create(input[k]);
            (a0, a1) = (Vector256.MultiplyAddEstimate(x, w0, a0), Vector256.MultiplyAddEstimate(x, w1, a1));
            x = Vector256.Create(second[k]);
            (b0, b1) = (Vector256.MultiplyAddEstimate(x, w0, b0), Vector256.MultiplyAddEstimate(x, w1, b1));
            x = Vector256.Create(third[k]);
            (c0, c1) = (Vector256.MultiplyAddEstimate(x, w0, c0), Vector256.MultiplyAddEstimate(x, w1, c1));
            x = Vector256.Create(fourth[k]);
            (d0, d1) = (Vector256.MultiplyAddEstimate(x, w0, d0), Vector256.MultiplyAddEstimate(x, w1, d1));
        }

        StoreRow(output, a0, a1);
        StoreRow(output + outputStride, b0, b1);
        StoreRow(output + (2 * outputStride), c0, c1);
        StoreRow(output + (3 * outputStride), d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(float* row, Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3)
    {
        v0.Store(row);
        v1.Store(row + 16);
        v2.Store(row + 32);
        v3.Store(row + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(float* row, Vector256<float> v0, Vector256<float> v1)
    {
        v0.Store(row);
        v1.Store(row + 8);
    }
}

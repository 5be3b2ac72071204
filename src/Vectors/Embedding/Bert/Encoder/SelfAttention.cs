using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Alicerce.Vectors.Embedding.Bert.Files;

namespace Alicerce.Vectors.Embedding.Bert.Encoder;

/// <summary>Each token of a text gathers the values of all its tokens, by how well its query meets their keys.</summary>
internal static unsafe class SelfAttention
{
    /// <summary>One text of <paramref name="length"/> tokens that begins at row <paramref name="first"/>; texts do not see each other, so nothing is padded or masked.</summary>
    public static void Gather(BertConfig config, Workspace work, int first, int length)
    {
        var (hidden, head, stride) = (config.HiddenSize, config.HeadSize, work.ProjectedStride);
        var width = (length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        for (var at = 0; at < hidden; at += head)
        {
            var query = work.Projected.Address + ((long)first * stride) + at;
            TurnKeys(work, query + hidden, length, width, head, 1 / MathF.Sqrt(head));
            for (var row = 0; row < length; row++)
            {
                WeightedSum(query + ((long)row * stride), head, work.Keys.Address, work.KeyStride, work.Scores.Address, width);
                var share = Exponentials(work.Scores.Span[..length]);
                var gathered = work.Context.Address + ((long)(first + row) * work.HiddenStride) + at;
                WeightedSum(work.Scores.Address, length, query + (2 * hidden), stride, gathered, head);
                var result = new Span<float>(gathered, head);
                TensorPrimitives.Multiply(result, 1 / share, result);
            }
        }

        GC.KeepAlive(work);
    }

    private static void TurnKeys(Workspace work, float* keys, int length, int width, int head, float scale)
    {
        for (var i = 0; i < head; i++)
        {
            var turned = work.Keys.Address + ((long)i * work.KeyStride);
            for (var row = 0; row < length; row++) turned[row] = keys[((long)row * work.ProjectedStride) + i] * scale;
            for (var row = length; row < width; row++) turned[row] = 0;
        }
    }

    /// <summary>The scores' exponentials in place, and their sum; the largest is taken off first, so that none overflows.</summary>
    private static float Exponentials(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.Exp(scores, scores);
        return TensorPrimitives.Sum<float>(scores);
    }

    /// <summary>The sum of <paramref name="count"/> rows, each times its weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WeightedSum(float* weights, int count, float* rows, int stride, float* sum, int width)
    {
        var size = Vector<float>.Count;
        var at = 0;
        for (; at + (4 * size) <= width; at += 4 * size)
        {
            Vector<float> a = default, b = default, c = default, d = default;
            var row = rows + at;
            for (var i = 0; i < count; i++, row += stride)
            {
                var weight = Vector.Create(weights[i]);
                a = Vector.MultiplyAddEstimate(weight, Vector.Load(row), a);
                b = Vector.MultiplyAddEstimate(weight, Vector.Load(row + size), b);
                c = Vector.MultiplyAddEstimate(weight, Vector.Load(row + (2 * size)), c);
                d = Vector.MultiplyAddEstimate(weight, Vector.Load(row + (3 * size)), d);
            }

            a.Store(sum + at);
            b.Store(sum + at + size);
            c.Store(sum + at + (2 * size));
            d.Store(sum + at + (3 * size));
        }

        for (; at + size <= width; at += size)
        {
            Vector<float> a = default;
            for (var i = 0; i < count; i++) a = Vector.MultiplyAddEstimate(Vector.Create(weights[i]), Vector.Load(rows + ((long)i * stride) + at), a);
            a.Store(sum + at);
        }

        for (; at < width; at++)
        {
            var a = 0f;
            for (var i = 0; i < count; i++) a += weights[i] * rows[((long)i * stride) + at];
            sum[at] = a;
        }
    }
}

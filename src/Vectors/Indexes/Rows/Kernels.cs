using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>
/// Inner products over padded rows (<see cref="RowLayout"/>). Codes of rows are unsigned, shifted by 128, as the processor's instruction wants one side to be;
/// what that adds to an inner product is 128 times the sum of the other side, and is taken off again.
/// </summary>
internal static unsafe class Kernels
{
    /// <summary>The inner product of two unit vectors, never outside -1 to 1. Equal vectors give equal results wherever they lie.</summary>
    public static float Similarity(float* left, float* right, int length) =>
        Math.Clamp(Vector512.IsHardwareAccelerated ? Dot512(left, right, length) : Dot256(left, right, length), -1f, 1f) + 0f;

    /// <summary>Four rows of codes, one after the other, with the same question, whose codes sum to <paramref name="querySum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Dot4(byte* rows, sbyte* query, int querySum, int length) =>
        AvxVnni.IsSupported ? Dot4Vnni(rows, query, length) - Vector128.Create(128 * querySum) : Dot4Portable(rows, query, length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(byte* row, sbyte* query, int querySum, int length) =>
        AvxVnni.IsSupported ? DotVnni(row, query, length) - (128 * querySum) : DotPortable(row, query, length);

    public static float Dot512(float* left, float* right, int length)
    {
        Vector512<float> even = default, odd = default;
        var i = 0;
        for (; i <= length - 32; i += 32)
        {
            even = Vector512.MultiplyAddEstimate(Vector512.Load(left + i), Vector512.Load(right + i), even);
            odd = Vector512.MultiplyAddEstimate(Vector512.Load(left + i + 16), Vector512.Load(right + i + 16), odd);
        }

        if (i < length) even = Vector512.MultiplyAddEstimate(Vector512.Load(left + i), Vector512.Load(right + i), even);
        return Vector512.Sum(even + odd);
    }

    public static float Dot256(float* left, float* right, int length)
    {
        Vector256<float> even = default, odd = default;
        for (var i = 0; i < length; i += 16)
        {
            even = Vector256.MultiplyAddEstimate(Vector256.Load(left + i), Vector256.Load(right + i), even);
            odd = Vector256.MultiplyAddEstimate(Vector256.Load(left + i + 8), Vector256.Load(right + i + 8), odd);
        }

        return Vector256.Sum(even + odd);
    }

    public static int DotPortable(byte* row, sbyte* query, int length)
    {
        Vector256<int> sum = default;
        var shift = Vector256.Create((byte)128);
        for (var i = 0; i < length; i += 32)
        {
            var (low, high) = Vector256.Widen((Vector256.Load(row + i) ^ shift).AsSByte());
            var (queryLow, queryHigh) = Vector256.Widen(Vector256.Load(query + i));
            // Codes reach from -127 to 127, so that two products fit a short.
            var (first, second) = Vector256.Widen((low * queryLow) + (high * queryHigh));
            sum += first + second;
        }

        return Vector256.Sum(sum);
    }

    public static Vector128<int> Dot4Portable(byte* rows, sbyte* query, int length) => Vector128.Create(
        DotPortable(rows, query, length),
        DotPortable(rows + length, query, length),
        DotPortable(rows + (2 * length), query, length),
        DotPortable(rows + (3 * length), query, length));

    private static int DotVnni(byte* row, sbyte* query, int length)
    {
        Vector256<int> even = default, odd = default;
        for (var i = 0; i < length; i += 64)
        {
            even = AvxVnni.MultiplyWideningAndAdd(even, Vector256.Load(row + i), Vector256.Load(query + i));
            odd = AvxVnni.MultiplyWideningAndAdd(odd, Vector256.Load(row + i + 32), Vector256.Load(query + i + 32));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>Two rows of codes; <paramref name="rightSum"/> is the sum of the second one's codes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DotRows(byte* left, byte* right, int rightSum, int length)
    {
        if (!AvxVnni.IsSupported) return DotRowsPortable(left, right, length);
        Vector256<int> even = default, odd = default;
        var shift = Vector256.Create((byte)128);
        for (var i = 0; i < length; i += 64)
        {
            even = AvxVnni.MultiplyWideningAndAdd(even, Vector256.Load(left + i), (Vector256.Load(right + i) ^ shift).AsSByte());
            odd = AvxVnni.MultiplyWideningAndAdd(odd, Vector256.Load(left + i + 32), (Vector256.Load(right + i + 32) ^ shift).AsSByte());
        }

        return Vector256.Sum(even + odd) - (128 * rightSum);
    }

    public static int DotRowsPortable(byte* left, byte* right, int length)
    {
        Vector256<int> sum = default;
        var shift = Vector256.Create((byte)128);
        for (var i = 0; i < length; i += 32)
        {
            var (low, high) = Vector256.Widen((Vector256.Load(left + i) ^ shift).AsSByte());
            var (rightLow, rightHigh) = Vector256.Widen((Vector256.Load(right + i) ^ shift).AsSByte());
            var (first, second) = Vector256.Widen((low * rightLow) + (high * rightHigh));
            sum += first + second;
        }

        return Vector256.Sum(sum);
    }

    private static Vector128<int> Dot4Vnni(byte* rows, sbyte* query, int length)
    {
        Vector256<int> a = default, b = default, c = default, d = default;
        var second = rows + length;
        var third = second + length;
        var fourth = third + length;
        for (var i = 0; i < length; i += 32)
        {
            var part = Vector256.Load(query + i);
            a = AvxVnni.MultiplyWideningAndAdd(a, Vector256.Load(rows + i), part);
            b = AvxVnni.MultiplyWideningAndAdd(b, Vector256.Load(second + i), part);
            c = AvxVnni.MultiplyWideningAndAdd(c, Vector256.Load(third + i), part);
            d = AvxVnni.MultiplyWideningAndAdd(d, Vector256.Load(fourth + i), part);
        }

        var halves = Avx2.HorizontalAdd(Avx2.HorizontalAdd(a, b), Avx2.HorizontalAdd(c, d));
        return halves.GetLower() + halves.GetUpper();
    }
}

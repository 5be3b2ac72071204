namespace Alicerce.Vectors.Embedding.BuiltIn;

/// <summary>
/// Features spread over a vector of fixed size: each becomes a few signed places that follow from its hash alone, the same on every machine, so that two features
/// are nearly orthogonal and equal features are equal.
/// </summary>
internal static class FeatureVector
{
    private const ulong FnvBasis = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    public static ulong Hash(ReadOnlySpan<char> feature, char kind)
    {
        var hash = (FnvBasis ^ kind) * FnvPrime;
        foreach (var letter in feature) hash = (hash ^ letter) * FnvPrime;
        return hash;
    }

    /// <summary>Adds a feature whose own length is <paramref name="weight"/>.</summary>
    public static void Add(Span<float> vector, ulong hash, int places, float weight)
    {
        var each = weight / MathF.Sqrt(places);
        for (var i = 0; i < places; i++)
        {
            hash += 0x9E3779B97F4A7C15;
            var mixed = Mix(hash);
            var place = (int)((uint)mixed % (uint)vector.Length);
            vector[place] += (mixed >> 63) == 0 ? each : -each;
        }
    }

    /// <summary>Makes the length 1. In one order and in double precision, so that every machine comes to the same floats.</summary>
    public static bool TryNormalize(Span<float> vector)
    {
        var sum = 0.0;
        foreach (var value in vector) sum += (double)value * value;
        if (sum < 1e-12) return false;
        var factor = 1 / Math.Sqrt(sum);
        foreach (ref var value in vector) value = (float)(value * factor);
        return true;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

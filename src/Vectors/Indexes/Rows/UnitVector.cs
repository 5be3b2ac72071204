namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>Vectors brought to length 1.</summary>
internal static class UnitVector
{
    /// <summary>Writes <paramref name="vector"/> at length 1 to the start of <paramref name="unit"/>; zeros stay zeros.</summary>
    public static void Write(ReadOnlySpan<float> vector, Span<float> unit)
    {
        // In double, no component a float can hold is lost or overflows.
        var square = 0.0;
        foreach (var value in vector) square += (double)value * value;
        var factor = square > 0 ? 1 / Math.Sqrt(square) : 0;
        for (var i = 0; i < vector.Length; i++) unit[i] = (float)(vector[i] * factor);
    }

    public static void Check(ReadOnlySpan<float> vector, int dimensions)
    {
        if (vector.Length != dimensions)
            throw new ArgumentException($"The vector has {vector.Length} numbers, and this index holds vectors of {dimensions}.", nameof(vector));
        foreach (var value in vector)
            if (!float.IsFinite(value)) throw new ArgumentException($"The vector contains {value}: every component must be a finite number.", nameof(vector));
    }
}

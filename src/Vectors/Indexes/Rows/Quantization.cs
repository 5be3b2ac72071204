namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>A vector as codes: component ≈ scale × code. What the codes lose is measured, so that a bound made of it is a proof and no guess.</summary>
/// <param name="Scale">What one step of a code is worth.</param>
/// <param name="Error">The length of the difference between the vector and its codes, rounded up.</param>
/// <param name="Sum">The sum of the codes.</param>
internal readonly record struct Quantization(float Scale, float Error, int Sum)
{
    private const int Steps = 127;

    public static Quantization Write(ReadOnlySpan<float> unit, Span<sbyte> codes)
    {
        var largest = 0f;
        foreach (var value in unit) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0) return default;
        var scale = largest / Steps;
        var square = 0.0;
        var sum = 0;
        for (var i = 0; i < unit.Length; i++)
        {
            var code = (sbyte)Math.Clamp((int)MathF.Round(unit[i] / scale), -Steps, Steps);
            codes[i] = code;
            sum += code;
            var lost = unit[i] - ((double)scale * code);
            square += lost * lost;
        }

        return new Quantization(scale, MathF.BitIncrement((float)Math.Sqrt(square) * 1.0001f), sum);
    }
}

namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>How the vectors of an index lie in memory: padded with zeros, so that no kernel needs a remainder loop and each row starts on a cache line.</summary>
internal sealed class RowLayout
{
    public const int MaxDimensions = 16_384;
    public const int CacheLine = 64;
    private const float RoundOff = 1f / (1 << 23);

    public RowLayout(int dimensions)
    {
        if (dimensions is < 1 or > MaxDimensions)
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, $"A vector has 1 to {MaxDimensions} numbers.");
        Dimensions = dimensions;
        Floats = (dimensions + 15) / 16 * 16;
        Codes = (dimensions + CacheLine - 1) / CacheLine * CacheLine;
        // Twice what float arithmetic of this length can lose: every sum has at most one rounding a component, and the products of unit vectors sum to at most 1.
        Rounding = (Floats + 16) * RoundOff;
    }

    public int Dimensions { get; }

    /// <summary>Floats in a row.</summary>
    public int Floats { get; }

    /// <summary>Bytes in a row of codes.</summary>
    public int Codes { get; }

    /// <summary>By how much a computed inner product may miss the true one.</summary>
    public float Rounding { get; }
}

namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>Floats as unsigned numbers of the same order.</summary>
internal static class Sortable
{
    public static uint Of(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (bits & 0x8000_0000) == 0 ? bits | 0x8000_0000 : ~bits;
    }

    public static float ToFloat(uint sortable) => BitConverter.UInt32BitsToSingle((sortable & 0x8000_0000) != 0 ? sortable & 0x7FFF_FFFF : ~sortable);
}

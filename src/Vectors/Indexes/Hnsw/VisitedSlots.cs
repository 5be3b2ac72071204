namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>Which slots a search has seen: one bit each, so that all of them stay in the nearest cache.</summary>
internal sealed class VisitedSlots
{
    private ulong[] _bits = [];

    public void Reset(int slots)
    {
        var words = (slots + 63) / 64;
        if (_bits.Length < words) _bits = new ulong[words + (words / 2)];
        else _bits.AsSpan(0, words).Clear();
    }

    /// <summary>True the first time.</summary>
    public bool Add(int slot)
    {
        ref var word = ref _bits[slot >> 6];
        var bit = 1UL << (slot & 63);
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }
}

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>The places where a term occurs, and how often (up to 16 times) in each.</summary>
internal sealed class Postings
{
    private const int FrequencyShift = 28;
    private const uint SlotMask = (1u << FrequencyShift) - 1;

    private uint[] entries = new uint[2];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Entries => entries.AsSpan(0, Count);

    public static int Slot(uint entry) => (int)(entry & SlotMask);

    public static int Frequency(uint entry) => (int)(entry >> FrequencyShift) + 1;

    public void Add(int slot, int frequency)
    {
        if (Count == entries.Length) Array.Resize(ref entries, Count * 2);
        entries[Count++] = (uint)slot | ((uint)Math.Min(frequency - 1, 15) << FrequencyShift);
    }

    public void Remove(int slot)
    {
        var at = 0;
        while (at < Count && Slot(entries[at]) != slot) at++;
        if (at < Count) entries[at] = entries[--Count];
    }
}

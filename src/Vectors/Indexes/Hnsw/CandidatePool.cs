using System.Runtime.CompilerServices;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Hnsw;

/// <summary>
/// The best candidates of a search, best first, and which of them have been expanded. One sorted array does the work of the paper's two heaps: what falls off its
/// end would never be expanded. An entry is the estimate as a sortable number, the slot, and one bit for "expanded".
/// </summary>
internal sealed class CandidatePool
{
    private ulong[] _entries = [];
    private int _capacity;
    private int _next;

    public int Count { get; private set; }

    /// <summary>An entry must be greater than this to get in.</summary>
    public ulong Limit { get; private set; }

    public void Reset(int capacity)
    {
        if (_entries.Length < capacity) _entries = new ulong[capacity];
        (_capacity, _next, Count, Limit) = (capacity, 0, 0, 0);
    }

    public static ulong Entry(int slot, float estimate) => ((ulong)Sortable.Of(estimate) << 32) | ((ulong)(uint)slot << 1);

    public static int SlotOf(ulong entry) => (int)((uint)entry >> 1);

    public static float EstimateOf(ulong entry) => Sortable.ToFloat((uint)(entry >> 32));

    public int Slot(int place) => SlotOf(_entries[place]);

    public float Estimate(int place) => EstimateOf(_entries[place]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(ulong entry)
    {
        if (entry > Limit) Insert(entry);
    }

    /// <summary>The best candidate that was not expanded yet, which counts as expanded from now on.</summary>
    public bool TryExpand(out int slot)
    {
        for (; _next < Count; _next++)
        {
            var entry = _entries[_next];
            if ((entry & 1) != 0) continue;
            _entries[_next++] = entry | 1;
            slot = SlotOf(entry);
            return true;
        }

        slot = -1;
        return false;
    }

    private void Insert(ulong entry)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_entries[middle] > entry) low = middle + 1;
            else high = middle;
        }

        if (Count < _capacity) Count++;
        Array.Copy(_entries, low, _entries, low + 1, Count - 1 - low);
        _entries[low] = entry;
        if (low < _next) _next = low;
        if (Count == _capacity) Limit = _entries[Count - 1];
    }
}

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>Where texts are kept: dense numbers, so that scores are plain arrays. A number that was given back is used again.</summary>
internal sealed class Slots
{
    /// <summary>Texts longer than that count as that long.</summary>
    public const int LongestLength = 255;

    private readonly Dictionary<int, int> byId = [];
    private readonly Stack<int> free = [];
    private int[] ids = new int[16];
    private byte[] lengths = new byte[16];
    private int[][] terms = new int[16][];
    private long totalLength;

    public int Count => byId.Count;

    /// <summary>One more than the greatest number ever given.</summary>
    public int Capacity { get; private set; }

    public float AverageLength => Count == 0 ? 1 : Math.Max(1, (float)totalLength / Count);

    public int Id(int slot) => ids[slot];

    public int Length(int slot) => lengths[slot];

    public bool TryFind(int id, out int slot) => byId.TryGetValue(id, out slot);

    public ReadOnlySpan<int> Terms(int slot) => terms[slot];

    public void SetTerms(int slot, int[] termsOfText) => terms[slot] = termsOfText;

    public int Add(int id, int length)
    {
        if (!free.TryPop(out var slot)) slot = Capacity++;
        if (slot == ids.Length) Grow();
        byId.Add(id, slot);
        ids[slot] = id;
        terms[slot] = [];
        lengths[slot] = (byte)Math.Min(length, LongestLength);
        totalLength += lengths[slot];
        return slot;
    }

    public bool TryRemove(int id, out int slot, out int[] termsOfText)
    {
        termsOfText = [];
        if (!byId.Remove(id, out slot)) return false;
        termsOfText = terms[slot];
        terms[slot] = [];
        totalLength -= lengths[slot];
        free.Push(slot);
        return true;
    }

    private void Grow()
    {
        Array.Resize(ref ids, ids.Length * 2);
        Array.Resize(ref lengths, ids.Length);
        Array.Resize(ref terms, ids.Length);
    }
}

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>Counts by term that are zero again after use, at the cost of what was touched: the terms that resemble a word are few among all.</summary>
internal sealed class TermCounts
{
    private ushort[] counts = [];
    private int[] touched = [];
    private int used;

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, used);

    public int this[int term] => counts[term];

    public void Reset(int terms)
    {
        foreach (var term in Touched) counts[term] = 0;
        used = 0;
        if (counts.Length >= terms) return;
        counts = new ushort[terms * 2];
        touched = new int[terms * 2];
    }

    public void Increment(int term)
    {
        if (counts[term]++ == 0) touched[used++] = term;
    }
}

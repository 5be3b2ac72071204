using System.Runtime.InteropServices;
using Alicerce.Vectors.Indexes.Rows;

namespace Alicerce.Vectors.Indexes.Exact;

/// <summary>
/// What a scan of codes cannot rule out. Of each candidate the similarity lies between two bounds; whoever's upper one is below the lower ones of k others is not among the
/// best k. The most promising are scored first, because each vector that is fetched for that costs as much as ten rows of codes.
/// </summary>
internal sealed class ScanCandidates(int k)
{
    private readonly TopHits _lower = new(k);
    private readonly List<ulong> _byUpper = new(256);

    /// <summary>A row whose upper bound is below this is none of the best k.</summary>
    public float Limit => _lower.Limit;

    public void Add(int slot, float lower, float upper)
    {
        _lower.Offer(slot, lower);
        _byUpper.Add(((ulong)Sortable.Of(upper) << 32) | (uint)slot);
    }

    public unsafe VectorHit[] Score(RowsView rows, RowLayout layout, QuantizedQuery query)
    {
        var least = (ulong)Sortable.Of(Limit) << 32;
        _byUpper.RemoveAll(candidate => candidate < least);
        var candidates = CollectionsMarshal.AsSpan(_byUpper);
        candidates.Sort();
        var top = new TopHits(k);
        for (var i = candidates.Length - 1; i >= 0 && Sortable.ToFloat((uint)(candidates[i] >> 32)) >= top.Limit; i--)
        {
            var slot = (int)(uint)candidates[i];
            top.Offer(rows.Id(slot), Kernels.Similarity(rows.Vector(slot), query.Vector, layout.Floats));
        }

        return top.ToHits();
    }
}

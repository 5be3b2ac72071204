namespace Alicerce.Vectors.Indexes.Rows;

/// <summary>The best k of what is offered: most similar first, equal ones by id. A heap of numbers that sort as the hits do, the worst on top.</summary>
internal sealed class TopHits(int k)
{
    private ulong[] _heap = new ulong[Math.Min(k, 64)];
    private int _count;

    /// <summary>Below this similarity nothing gets in any more.</summary>
    public float Limit => _count < k ? float.NegativeInfinity : Similarity(_heap[0]);

    public bool IsFull => _count == k;

    public void Offer(int id, float similarity)
    {
        var key = Key(id, similarity);
        if (_count < k) Append(key);
        else if (key > _heap[0]) SiftDown(key);
    }

    public VectorHit[] ToHits()
    {
        var keys = _heap.AsSpan(0, _count);
        keys.Sort();
        var hits = new VectorHit[_count];
        for (var i = 0; i < hits.Length; i++)
        {
            var key = keys[^(i + 1)];
            hits[i] = new VectorHit((int)(~(uint)key ^ 0x8000_0000), Similarity(key));
        }

        return hits;
    }

    private static ulong Key(int id, float similarity) => ((ulong)Sortable.Of(similarity) << 32) | ~((uint)id ^ 0x8000_0000);

    private static float Similarity(ulong key) => Sortable.ToFloat((uint)(key >> 32));

    private void Append(ulong key)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, (int)Math.Min(k, _count * 2L));
        var at = _count++;
        for (; at > 0 && _heap[(at - 1) / 2] > key; at = (at - 1) / 2) _heap[at] = _heap[(at - 1) / 2];
        _heap[at] = key;
    }

    private void SiftDown(ulong key)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count) break;
            if (child + 1 < _count && _heap[child + 1] < _heap[child]) child++;
            if (_heap[child] >= key) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = key;
    }
}

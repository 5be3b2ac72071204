using System.Numerics.Tensors;

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>
/// A score for each slot of an index. A plain array that is added to, read once and cleared: that is cheaper than to keep account of what was touched, since the common
/// words of a query touch most slots anyway.
/// </summary>
internal sealed class Scoreboard
{
    private float[] scores = [];
    private int used;

    public Span<float> Scores => scores.AsSpan(0, used);

    public void Reserve(int slots)
    {
        used = slots;
        if (scores.Length < slots) scores = new float[slots * 2];
    }

    /// <summary>Whether a filter lets a slot be scored. It is asked at the first touch; a refused slot stays at minus infinity, whatever is added.</summary>
    public bool Admits(int slot, int id, Func<int, bool> filter)
    {
        if (scores[slot] != 0) return scores[slot] > 0;
        if (filter(id)) return true;
        scores[slot] = float.NegativeInfinity;
        return false;
    }

    public float ScoreOf(int slot) => slot < used ? scores[slot] : 0;

    /// <summary>Writes the slots of the best scores above 0, best first, and returns how many. Of equal ones at the end, those of the lower slots stay.</summary>
    public int Best(Span<float> best, Span<int> slots, int k)
    {
        var (count, least) = (0, 0f);
        for (var slot = 0; slot < used; slot++)
        {
            if (scores[slot] <= least) continue;
            (best[count], slots[count++]) = (-scores[slot], slot);
            if (count < best.Length) continue;
            best.Sort(slots);
            count = k;
            least = -best[k - 1];
        }
        best[..count].Sort(slots[..count]);
        count = Math.Min(count, k);
        TensorPrimitives.Negate(best[..count], best[..count]);
        return count;
    }

    public void Clear() => Scores.Clear();
}

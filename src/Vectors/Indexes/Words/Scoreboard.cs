namespace Alicerce.Vectors.Indexes.Words;

/// <summary>Sums by number that are zero again after use, at the cost of what was touched and not of what there is.</summary>
internal sealed class Scoreboard
{
    private const float Refused = -1;
    private float[] scores = [];
    private int[] touched = [];
    private int used;

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, used);

    public float this[int number] => scores[number];

    /// <summary>The same for a number that may never have been scored.</summary>
    public float ScoreOf(int number) => number < scores.Length ? scores[number] : 0;

    public Scoreboard Reserve(int numbers)
    {
        if (scores.Length >= numbers) return this;
        Array.Resize(ref scores, Math.Max(1024, numbers * 2));
        Array.Resize(ref touched, scores.Length);
        return this;
    }

    public void Add(int number, float score)
    {
        if (scores[number] == 0) touched[used++] = number;
        scores[number] += score;
    }

    /// <summary>Whether a filter lets a number be scored; it is asked at the first touch, and a refused number keeps a mark that no score is.</summary>
    public bool Admits(int number, int id, Func<int, bool> filter)
    {
        if (scores[number] != 0) return scores[number] > 0;
        if (filter(id)) return true;
        touched[used++] = number;
        scores[number] = Refused;
        return false;
    }

    public void Clear()
    {
        foreach (var number in Touched) scores[number] = 0;
        used = 0;
    }
}

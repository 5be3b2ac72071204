namespace Alicerce.Vectors.Indexes.Words;

/// <summary>What a search needs for a moment. One for each thread: searches side by side share nothing, and the next one allocates nothing.</summary>
internal sealed class SearchBuffers
{
    [ThreadStatic]
    private static SearchBuffers? ofThisThread;

    public static SearchBuffers OfThisThread => ofThisThread ??= new();

    public Scoreboard Terms { get; } = new();

    public Scoreboard Slots { get; } = new();

    public QueryTerms Query { get; } = new();

    public PriorityQueue<int, (float Score, int Id)> Best { get; } = new(Comparer<(float Score, int Id)>.Create(Worse));

    /// <summary>Also after a filter that threw: the next search of this thread starts clean.</summary>
    public void Clear()
    {
        Terms.Clear();
        Slots.Clear();
        Best.Clear();
    }

    public static int Worse((float Score, int Id) one, (float Score, int Id) other) =>
        one.Score != other.Score ? one.Score.CompareTo(other.Score) : other.Id.CompareTo(one.Id);
}

namespace Alicerce.Vectors.Indexes.Words;

/// <summary>What a search needs for a moment. One for each thread: searches side by side share nothing, and the next one allocates nothing.</summary>
internal sealed class SearchBuffers
{
    // With room for several times k, the best are sorted out a few times instead of at each better one.
    private const int RoomForEachHit = 4;

    [ThreadStatic]
    private static SearchBuffers? ofThisThread;

    private float[] best = [];
    private int[] bestSlots = [];

    public static SearchBuffers OfThisThread => ofThisThread ??= new();

    public TermCounts Terms { get; } = new();

    public Scoreboard Slots { get; } = new();

    public QueryTerms Query { get; } = new();

    public ReadOnlySpan<float> Best => best;

    public ReadOnlySpan<int> BestSlots => bestSlots;

    public int FindBest(int k)
    {
        var room = k * RoomForEachHit;
        if (best.Length < room) (best, bestSlots) = (new float[room], new int[room]);
        return Slots.Best(best.AsSpan(0, room), bestSlots.AsSpan(0, room), k);
    }
}

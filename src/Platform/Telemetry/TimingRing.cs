namespace Alicerce.Platform.Telemetry;

/// <summary>The last timings of one name, each with its time; the oldest make room (S002-MET-01).</summary>
internal sealed class TimingRing
{
    public const int Kept = 1000;
    private const int Summarized = 100;
    private readonly Queue<(DateTimeOffset At, double Seconds)> _timings = new();
    private readonly Lock _gate = new();

    public void Add(DateTimeOffset at, double seconds)
    {
        lock (_gate)
        {
            if (_timings.Count == Kept) _timings.Dequeue();
            _timings.Enqueue((at, seconds));
        }
    }

    /// <summary>Over the last hundred; <c>total</c> is how many are kept (S002-MET-03).</summary>
    public TimingSummary Summarize()
    {
        lock (_gate)
        {
            var last = _timings.Skip(_timings.Count - Summarized).Select(timing => timing.Seconds * 1000).ToList();
            return new TimingSummary(Rounded(last.Average()), Rounded(last.Max()), Rounded(last.Min()), _timings.Count, _timings.Last().At);
        }
    }

    private static double Rounded(double milliseconds) => Math.Round(milliseconds, 3);
}

namespace Alicerce.Platform.Telemetry;

/// <summary>The last timings of one name, each with its time; the oldest make room (S002-MET-01).</summary>
internal sealed class TimingRing(WorkKind kind)
{
    public const int Most = 1000;
    private const int Summarized = 100;
    private const double Percentile = 0.95;

    /// <summary>Older timings say nothing about now (T002-25).</summary>
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Queue<(DateTimeOffset At, double Milliseconds)> _timings = new();
    private readonly Lock _gate = new();
    private long _total;

    internal int Kept => _timings.Count;

    public void Add(DateTimeOffset at, double seconds)
    {
        lock (_gate)
        {
            _total++;
            if (_timings.Count == Most) _timings.Dequeue();
            _timings.Enqueue((at, seconds * 1000));
        }
    }

    /// <summary>Over the last hundred (S002-MET-03), but the percentile over the window.</summary>
    public TimingSummary Summarize(DateTimeOffset now)
    {
        lock (_gate)
        {
            var last = _timings.Skip(_timings.Count - Summarized).Select(timing => timing.Milliseconds).ToList();
            var recent = _timings.Where(timing => timing.At > now - Window).Select(timing => timing.Milliseconds).Order().ToList();
            double? p95 = recent.Count == 0 ? null : Rounded(recent[(int)Math.Ceiling(recent.Count * Percentile) - 1]);
            return new TimingSummary(Rounded(last.Average()), Rounded(last.Max()), Rounded(last.Min()), p95, _total, _timings.Last().At) { Kind = kind };
        }
    }

    private static double Rounded(double milliseconds) => Math.Round(milliseconds, 3);
}

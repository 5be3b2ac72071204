namespace Alicerce.Engine.Running.Load;

/// <summary>Latencies in buckets that grow by 5% each, so that millions of them need a few hundred numbers. Safe for many threads.</summary>
internal sealed class LatencyHistogram
{
    private const double Growth = 1.05;
    private readonly long[] _buckets = new long[400];

    public void Add(TimeSpan latency)
    {
        var tenths = Math.Max(1, latency.TotalMilliseconds * 10);
        Interlocked.Increment(ref _buckets[Math.Min(_buckets.Length - 1, (int)Math.Log(tenths, Growth))]);
    }

    /// <summary>Upper edge of the bucket that holds the given share, at most 5% above the true value.</summary>
    public TimeSpan Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(_buckets.Sum() * share);
        long seen = 0;
        for (var i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen >= wanted && seen > 0) return TimeSpan.FromMilliseconds(Math.Pow(Growth, i + 1) / 10);
        }
        return TimeSpan.Zero;
    }
}

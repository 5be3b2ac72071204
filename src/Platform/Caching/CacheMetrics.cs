using System.Diagnostics.Metrics;

namespace Alicerce.Platform.Caching;

/// <summary>Where answers of the cache came from and how long they took.</summary>
internal sealed class CacheMetrics : IDisposable
{
    public const string MeterName = "Alicerce.Cache";

    /// <summary>The values of the label <c>result</c>.</summary>
    public static readonly KeyValuePair<string, object?> Memory = new("result", "memory"), Redis = new("result", "redis"), Miss = new("result", "miss"), Stale = new("result", "stale");

    private readonly Counter<long> _requests;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _failures;
    private long _answers;
    private long _misses;

    public Meter Meter { get; } = new(MeterName);

    public CacheMetrics()
    {
        _requests = Meter.CreateCounter<long>("cache_requests_total", description: "Requests of the cache by where the answer came from");
        _duration = Meter.CreateHistogram(
            "cache_request_duration_seconds", "s", "Time until the cache answered, the factory's included", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.000001, 0.00001, 0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5] });
        Meter.CreateObservableGauge("cache_hit_ratio", ReadHitRatio, description: "Share of answers since the start that needed no call of the factory");
        _failures = Meter.CreateCounter<long>("cache_redis_failures_total", description: "Calls of Redis that failed or came late");
    }

    public void Answered(KeyValuePair<string, object?> result, long started, TimeProvider clock)
    {
        _requests.Add(1, result);
        Interlocked.Increment(ref _answers);
        if (ReferenceEquals(result.Value, Miss.Value)) Interlocked.Increment(ref _misses);
        if (_duration.Enabled) _duration.Record(clock.GetElapsedTime(started).TotalSeconds, result);
    }

    /// <summary>Since the start.</summary>
    public (long Answers, long Misses) Count() => (Interlocked.Read(ref _answers), Interlocked.Read(ref _misses));

    public void RedisFailed() => _failures.Add(1);

    private IEnumerable<Measurement<double>> ReadHitRatio() => Count() is ( > 0, _) count ? [new((count.Answers - count.Misses) / (double)count.Answers)] : [];

    public void Dispose() => Meter.Dispose();
}

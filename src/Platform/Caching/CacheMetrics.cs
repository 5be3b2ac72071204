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

    public Meter Meter { get; } = new(MeterName);

    public CacheMetrics()
    {
        _requests = Meter.CreateCounter<long>("cache_requests_total", description: "Requests of the cache by where the answer came from");
        _duration = Meter.CreateHistogram(
            "cache_request_duration_seconds", "s", "Time until the cache answered, the factory's included", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.000001, 0.00001, 0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5] });
        _failures = Meter.CreateCounter<long>("cache_redis_failures_total", description: "Calls of Redis that failed or came late");
    }

    public void Answered(KeyValuePair<string, object?> result, long started, TimeProvider clock)
    {
        _requests.Add(1, result);
        if (_duration.Enabled) _duration.Record(clock.GetElapsedTime(started).TotalSeconds, result);
    }

    public void RedisFailed() => _failures.Add(1);

    public void Dispose() => Meter.Dispose();
}

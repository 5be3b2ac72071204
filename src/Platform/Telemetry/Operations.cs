using System.Diagnostics.Metrics;

namespace Alicerce.Platform.Telemetry;

/// <summary>Times pieces of work that are neither a request nor a job: a call of a model, a search, a message sent (S002-MET-02).</summary>
public sealed class Operations : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _duration;

    internal Meter Meter { get; } = new("Alicerce.Operations");

    public Operations(TimeProvider clock)
    {
        _clock = clock;
        _ended = Meter.CreateCounter<long>("operations_total", description: "Timed pieces of work that ended, by name and outcome");
        _duration = Meter.CreateHistogram(
            "operation_duration_seconds", "s", "Time that pieces of work took, by name and outcome", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = HttpMetrics.Buckets });
    }

    /// <summary>Failed work is timed like any other, time-outs are the slowest (T002-24); the failure goes on to the caller.</summary>
    /// <param name="name">One of a few fixed names: each is a series of its own.</param>
    public async Task<T> MeasureAsync<T>(string name, Func<Task<T>> work)
    {
        var started = _clock.GetTimestamp();
        var outcome = new KeyValuePair<string, object?>("outcome", "failed");
        try
        {
            var result = await work();
            outcome = new KeyValuePair<string, object?>("outcome", "succeeded");
            return result;
        }
        finally
        {
            var operation = new KeyValuePair<string, object?>("operation", name);
            _duration.Record(_clock.GetElapsedTime(started).TotalSeconds, operation, outcome);
            _ended.Add(1, operation, outcome);
        }
    }

    public void Dispose() => Meter.Dispose();
}

using System.Diagnostics.Metrics;

namespace Alicerce.Platform.Telemetry;

/// <summary>What is counted about requests (S001-OBS-05).</summary>
internal sealed class HttpMetrics : IDisposable
{
    /// <summary>In seconds.</summary>
    public static readonly double[] Buckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Counter<long> _requests;
    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<long> _active;

    public Meter Meter { get; } = new("Alicerce.Http");

    public ActiveUsers Users { get; }

    public HttpMetrics(TimeProvider clock)
    {
        Users = new ActiveUsers(clock);
        _requests = Meter.CreateCounter<long>("http_requests_total", description: "Requests answered, by method, route and status");
        _duration = Meter.CreateHistogram(
            "http_request_duration_seconds", "s", "Time until the answer was out; streams of events are not timed", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = Buckets });
        _active = Meter.CreateUpDownCounter<long>("http_requests_active", description: "Requests at work now");
        Meter.CreateObservableGauge("active_users", () => Users.Count, description: "Users who sent a request within the last five minutes");
        Meter.CreateObservableGauge("db_connections_active", ConnectionsInUse.Count, description: "Connections to PostgreSQL that are at work now");
    }

    public void Started() => _active.Add(1);

    /// <param name="elapsed">Null for a stream, whose length says nothing about speed.</param>
    public void Ended(string method, string path, int status, TimeSpan? elapsed)
    {
        _active.Add(-1);
        var (methodTag, pathTag) = (new KeyValuePair<string, object?>("method", method), new KeyValuePair<string, object?>("path", path));
        _requests.Add(1, methodTag, pathTag, new KeyValuePair<string, object?>("status", status));
        if (elapsed is { } time) _duration.Record(time.TotalSeconds, methodTag, pathTag);
    }

    public void Dispose() => Meter.Dispose();
}

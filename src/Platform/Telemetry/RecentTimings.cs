using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Alicerce.Platform.Jobs;

namespace Alicerce.Platform.Telemetry;

/// <summary>
/// The last timings of each request, job and operation, with counters and errors, as source 002's collector keeps them (S002-MET-01). Hears
/// the same meters that <c>/metrics</c> shows.
/// </summary>
internal sealed class RecentTimings : IDisposable
{
    private readonly ConcurrentDictionary<(object?, object?), string> _names = new();
    private readonly ConcurrentDictionary<string, TimingRing> _timings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _counters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _errors = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly TimeProvider _clock;

    public RecentTimings(HttpMetrics http, JobMetrics jobs, Operations operations, TimeProvider clock)
    {
        _clock = clock;
        Meter[] heard = [http.Meter, jobs.Meter, operations.Meter];
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (heard.Contains(instrument.Meter) && instrument is Histogram<double> or Counter<long>) self.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Time(NameOf(tags), seconds));
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Count(NameOf(tags), IsFailure(tags[^1])));
        _listener.Start();
    }

    public PerformanceSummary Summarize()
    {
        var summary = new PerformanceSummary(
            new SortedDictionary<string, long>(_counters, StringComparer.Ordinal), new SortedDictionary<string, long>(_errors, StringComparer.Ordinal));
        foreach (var (name, timings) in _timings.OrderBy(timing => timing.Key, StringComparer.Ordinal)) summary.Timings[name] = timings.Summarize();
        return summary;
    }

    private void Time(string name, double seconds) => _timings.GetOrAdd(name, _ => new TimingRing()).Add(_clock.GetUtcNow(), seconds);

    private void Count(string name, bool isFailure)
    {
        _counters.AddOrUpdate(isFailure ? $"{name}_erro" : $"{name}_sucesso", 1, (_, count) => count + 1);
        if (isFailure) _errors.AddOrUpdate(name, 1, (_, count) => count + 1);
    }

    // A request is named by its method and route, everything else by its first label.
    private string NameOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = tags[0].Key == "method" ? (tags[0].Value, tags[1].Value) : (tags[0].Value, null);
        return _names.GetOrAdd(key, parts => parts.Item2 is null ? $"{parts.Item1}" : $"{parts.Item1} {parts.Item2}");
    }

    private static bool IsFailure(KeyValuePair<string, object?> result) => result.Key switch
    {
        "status" => Convert.ToInt32(result.Value, CultureInfo.InvariantCulture) >= 500,
        _ => result.Value is "failed" or "dead" or "lease_lost",
    };

    public void Dispose() => _listener.Dispose();
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Alicerce.Platform.Jobs;

namespace Alicerce.Platform.Telemetry;

/// <summary>What was measured.</summary>
internal enum WorkKind
{
    Request,
    Operation,
    Job,
}

/// <summary>Hears what requests, jobs and operations tell their meters, the same that <c>/metrics</c> shows.</summary>
internal sealed class WorkListener : IDisposable
{
    /// <summary>Names are routes, types of jobs and fixed words, far fewer than this; whatever makes more shares <see cref="Others"/> (T002-23).</summary>
    internal const int MostNames = 1000;

    internal const string Others = "outros";

    private readonly ConcurrentDictionary<(WorkKind, object?, object?), string> _names = new();
    private readonly MeterListener _listener = new();

    /// <param name="timed">Gets each duration in seconds, failed work's too; streams have none.</param>
    /// <param name="ended">Gets each end, and whether it was a failure.</param>
    public WorkListener(HttpMetrics http, JobMetrics jobs, Operations operations, Action<WorkKind, string, double> timed, Action<WorkKind, string, bool> ended)
    {
        (Meter Meter, WorkKind Kind)[] heard = [(http.Meter, WorkKind.Request), (jobs.Meter, WorkKind.Job), (operations.Meter, WorkKind.Operation)];
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is not (Histogram<double> or Counter<long>)) return;
            foreach (var (meter, kind) in heard) if (instrument.Meter == meter) self.EnableMeasurementEvents(instrument, kind);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, kind) => timed((WorkKind)kind!, NameOf((WorkKind)kind, tags), seconds));
        _listener.SetMeasurementEventCallback<long>((_, _, tags, kind) => ended((WorkKind)kind!, NameOf((WorkKind)kind, tags), IsFailure(tags[^1])));
        _listener.Start();
    }

    // A request is named by its method and route, everything else by its first label.
    private string NameOf(WorkKind kind, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (kind, tags[0].Value, kind == WorkKind.Request ? tags[1].Value : null);
        if (_names.TryGetValue(key, out var name)) return name;
        return _names.Count < MostNames ? _names.GetOrAdd(key, parts => parts.Item3 is null ? $"{parts.Item2}" : $"{parts.Item2} {parts.Item3}") : Others;
    }

    private static bool IsFailure(KeyValuePair<string, object?> result) => result.Key switch
    {
        "status" => Convert.ToInt32(result.Value, CultureInfo.InvariantCulture) >= 500,
        _ => result.Value is "failed" or "dead" or "lease_lost",
    };

    public void Dispose() => _listener.Dispose();
}

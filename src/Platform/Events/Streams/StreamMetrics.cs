using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Alicerce.Platform.Events;

/// <summary>Shows how many events of other programs wait in Redis, as this process last saw it.</summary>
public sealed class StreamMetrics : IDisposable
{
    private readonly ConcurrentDictionary<string, long> _lags = new(StringComparer.Ordinal);

    internal Meter Meter { get; } = new("Alicerce.Streams");

    public StreamMetrics() => Meter.CreateObservableGauge("events_stream_lag", Read, description: "Entries of a stream that our group has not ended, by type of event");

    /// <summary>Null where Redis cannot tell: no number is better than an old one.</summary>
    internal void Lag(string eventType, long? lag)
    {
        if (lag is { } known) _lags[eventType] = known;
        else _lags.TryRemove(eventType, out _);
    }

    public void Dispose() => Meter.Dispose();

    private IEnumerable<Measurement<long>> Read() => _lags.Select(lag => new Measurement<long>(lag.Value, new KeyValuePair<string, object?>("type", lag.Key)));
}

using System.Diagnostics.Metrics;

namespace Alicerce.Platform.Telemetry;

/// <summary>Reads the driver's own gauge: it tells idle connections from used ones only as a label.</summary>
internal static class ConnectionsInUse
{
    public const string DriversMeter = "Npgsql";
    public const string DriversGauge = "db.client.connection.count";
    private const string StateLabel = "db.client.connection.state";

    public static long Count()
    {
        var used = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == DriversGauge && instrument.Meter.Name == DriversMeter) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => Add(ref used, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Add(ref used, value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        return used;
    }

    private static void Add(ref long used, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag is { Key: StateLabel, Value: "used" }) used += value;
        }
    }
}

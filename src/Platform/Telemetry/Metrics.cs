using System.Diagnostics.Metrics;
using Alicerce.Platform.Alerts;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Resilience;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Alicerce.Platform.Telemetry;

/// <summary>All meters of this process, collected when somebody asks (D15).</summary>
internal sealed class Metrics : IDisposable
{
    private const int CollectTimeoutMs = 5000;

    // The rest is labelled with the connection strings of every pool.
    private static readonly string[] OfDriver =
        ["db.client.operation.duration", "db.client.operation.failed", "db.client.connection.npgsql.pending_requests", "db.client.connection.npgsql.timeouts"];

    private readonly PullExporter _exporter = new();
    private readonly MeterProvider _provider;
    private readonly JobMetrics _jobs;
    private readonly AlertMetrics _alerts;
    private readonly NpgsqlDataSource _source;
    private readonly Lock _gate = new();

    /// <param name="ofModules">What modules count; each registers its meter.</param>
    public Metrics(
        IEnumerable<Meter> ofModules, HttpMetrics http, JobMetrics jobs, CacheMetrics cache, Operations operations, CircuitMetrics circuits, StreamMetrics streams, AlertMetrics alerts,
        NpgsqlDataSource source)
    {
        (_jobs, _alerts, _source) = (jobs, alerts, source);
        Meter[] own = [http.Meter, jobs.Meter, cache.Meter, operations.Meter, circuits.Meter, streams.Meter, alerts.Meter, .. ofModules];
        _provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter([.. own.Select(meter => meter.Name), ConnectionsInUse.DriversMeter])
            .AddView(instrument => ViewOf(instrument, own))
            .AddReader(new BaseExportingMetricReader(_exporter))
            .Build();
    }

    /// <summary>In the Prometheus text form.</summary>
    public async Task<string> ReadAsync(CancellationToken ct)
    {
        await _jobs.CountDeadAsync(_source, ct);
        await _alerts.CountAsync(_source, ct);
        lock (_gate)
        {
            // Asking the reader itself is refused for an exporter that is pulled.
            return _exporter.Collect?.Invoke(CollectTimeoutMs) == true ? _exporter.Text : throw new TimeoutException("The metrics could not be collected in time.");
        }
    }

    // Another server in the same process has meters of the same names; each shows its own.
    private static MetricStreamConfiguration? ViewOf(Instrument instrument, Meter[] own)
    {
        if (own.Contains(instrument.Meter)) return null;
        if (instrument.Meter.Name != ConnectionsInUse.DriversMeter) return MetricStreamConfiguration.Drop;
        if (!OfDriver.Contains(instrument.Name)) return MetricStreamConfiguration.Drop;
        return instrument.Unit == "s" ? new ExplicitBucketHistogramConfiguration { Boundaries = [0.001, 0.005, .. HttpMetrics.Buckets], TagKeys = [] } : null;
    }

    public void Dispose() => _provider.Dispose();

    [ExportModes(ExportModes.Pull)]
    private sealed class PullExporter : BaseExporter<Metric>, IPullMetricExporter
    {
        public Func<int, bool>? Collect { get; set; }

        public string Text { get; private set; } = "";

        public override ExportResult Export(in Batch<Metric> batch)
        {
            Text = PrometheusText.Write(batch);
            return ExportResult.Success;
        }
    }
}

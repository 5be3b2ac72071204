using System.Diagnostics.Metrics;
using Alicerce.Outbound.Probes;

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>What is counted about the looks of this process.</summary>
internal sealed class ServiceMetrics : IDisposable
{
    private readonly Counter<long> _looks;
    private readonly Histogram<double> _duration;

    public Meter Meter { get; } = new("Alicerce.Services");

    public ServiceMetrics()
    {
        _looks = Meter.CreateCounter<long>("service_health_checks_total", description: "Looks at registered services, by protocol and outcome");
        _duration = Meter.CreateHistogram(
            "service_health_check_duration_seconds", "s", "Time that looks at registered services took", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });
    }

    public void Looked(string protocol, ProbeResult found)
    {
        var label = new KeyValuePair<string, object?>("protocol", protocol);
        _looks.Add(1, label, new KeyValuePair<string, object?>("outcome", found.Healthy ? "succeeded" : "failed"));
        _duration.Record(found.Latency.TotalSeconds, label);
    }

    public void Dispose() => Meter.Dispose();
}

using System.Diagnostics;
using Alicerce.Platform.Web;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Alicerce.Platform.Telemetry;

/// <summary>
/// Sends spans by OTLP over HTTP where a collector is set: requests, which go on with the caller's <c>traceparent</c>, their statements in
/// PostgreSQL, and jobs. A request and the jobs it made share the attribute <c>correlation_id</c>.
/// </summary>
internal sealed class Traces : IDisposable
{
    private static readonly ActivitySource Jobs = new("Alicerce.Jobs");
    private readonly TracerProvider? _provider;

    public Traces(TelemetryOptions options)
    {
        if (options.TracesTo is not { } collector) return;
        _provider = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService(ServiceInfo.Name, serviceVersion: ServiceInfo.Version))
            .AddSource("Microsoft.AspNetCore", "Npgsql", Jobs.Name)
            .SetSampler(new ParentBasedSampler(new WithoutLoneStatements()))
            .AddOtlpExporter(otlp =>
            {
                otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
                otlp.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/traces");
                if (options.Headers is { Length: > 0 } headers) otlp.Headers = headers;
            })
            .Build();
    }

    /// <summary>Null while nobody collects.</summary>
    public static Activity? StartJob(string type, long id, string? correlationId)
    {
        var span = Jobs.StartActivity($"job {type}", ActivityKind.Consumer);
        span?.SetTag("job.id", id);
        span?.SetTag("correlation_id", correlationId);
        return span;
    }

    /// <summary>Sends what is still held.</summary>
    public void Dispose() => _provider?.Dispose();

    /// <summary>The server's own polling would otherwise be a trace every second.</summary>
    private sealed class WithoutLoneStatements : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
            new(samplingParameters.Kind == ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
    }
}

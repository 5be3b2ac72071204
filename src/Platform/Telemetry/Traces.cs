using System.Diagnostics;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Alicerce.Platform.Telemetry;

/// <summary>
/// Sends spans by OTLP over HTTP where a collector is set: requests, which go on with the caller's <c>traceparent</c>, their statements in
/// PostgreSQL, jobs, and calls of other services. A job goes on with the trace of the request or event that it comes from (S001-OBS-10), which is in
/// its row, and both have the attribute <c>correlation_id</c>.
/// </summary>
internal sealed class Traces : IDisposable
{
    private static readonly ActivitySource Jobs = new("Alicerce.Jobs");
    private static readonly ActivitySource Calls = new("Alicerce.Calls");
    private readonly TracerProvider? _provider;

    public Traces(TelemetryOptions options)
    {
        if (options.TracesTo is not { } collector) return;
        _provider = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService(ServiceInfo.Name, serviceVersion: ServiceInfo.Version))
            .AddSource("Microsoft.AspNetCore", "Npgsql", Jobs.Name, Calls.Name)
            .SetSampler(new ParentBasedSampler(new WithoutLoneStatements()))
            .AddOtlpExporter(otlp =>
            {
                otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
                otlp.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/v1/traces");
                if (options.Headers is { Length: > 0 } headers) otlp.Headers = headers;
            })
            .Build();
    }

    /// <summary>The span that this code runs in, as W3C <c>traceparent</c>: what jobs, events and calls take along.</summary>
    public static string? Parent => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;

    /// <summary>While nobody collects it is only there to hand the trace on; null without one.</summary>
    public static Activity? StartJob(ClaimedJob job)
    {
        var goesOn = ActivityContext.TryParse(job.TraceParent, null, isRemote: true, out var parent);
        var span = Jobs.StartActivity($"job {job.Type}", ActivityKind.Consumer, parent);
        if (span is null) return goesOn ? new Activity("job").SetParentId(job.TraceParent!).Start() : null;
        span.SetTag("job.id", job.Id);
        span.SetTag("correlation_id", job.CorrelationId);
        return span;
    }

    /// <summary>Null while nobody collects.</summary>
    public static Activity? StartCall(string service, HttpMethod method)
    {
        var span = Calls.StartActivity($"{method} {service}", ActivityKind.Client);
        span?.SetTag("http.request.method", method.Method);
        span?.SetTag("peer.service", service);
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

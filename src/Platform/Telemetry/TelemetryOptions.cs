namespace Alicerce.Platform.Telemetry;

/// <summary>Settings of what the server tells about itself.</summary>
public sealed record TelemetryOptions
{
    private const string OpenVariable = "ALICERCE_METRICS_OPEN";
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary><c>ALICERCE_METRICS_OPEN=loopback</c>: programs on this machine read <c>/metrics</c> without a token.</summary>
    public bool IsOpenToLoopback { get; init; }

    /// <summary><c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: where traces go, by OTLP over HTTP; null sends none.</summary>
    public Uri? TracesTo { get; init; }

    /// <summary><c>OTEL_EXPORTER_OTLP_HEADERS</c>: sent along, such as <c>api-key=…</c>.</summary>
    public string? Headers { get; init; }

    public static TelemetryOptions Read(Func<string, string?> setting, List<string> mistakes)
    {
        var open = setting(OpenVariable) ?? "";
        if (open is not ("" or "loopback")) mistakes.Add($"{OpenVariable} is '{open}': use loopback, or leave it out so that /metrics needs a token.");
        Uri? endpoint = null;
        if (setting(EndpointVariable) is { Length: > 0 } text && (!Uri.TryCreate(text, UriKind.Absolute, out endpoint) || endpoint.Scheme is not ("http" or "https")))
            mistakes.Add($"{EndpointVariable} is '{text}': write the collector's address for OTLP over HTTP, like http://127.0.0.1:4318.");
        return new TelemetryOptions { IsOpenToLoopback = open == "loopback", TracesTo = endpoint, Headers = setting("OTEL_EXPORTER_OTLP_HEADERS") };
    }
}

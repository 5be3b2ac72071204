using System.Text.Json.Serialization;

namespace Alicerce.Platform.Telemetry;

/// <summary>What was timed and counted lately: one field a name beside the two fixed ones, as source 002 prints it (S002-MET-03).</summary>
public sealed record PerformanceSummary(IReadOnlyDictionary<string, long> Contadores, IReadOnlyDictionary<string, long> Erros)
{
    [JsonExtensionData]
    public IDictionary<string, object> Timings { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);
}

/// <param name="Total">Timings that are kept.</param>
/// <param name="UltimoEm">When the last one ended.</param>
public sealed record TimingSummary(double MediaMs, double MaxMs, double MinMs, int Total, DateTimeOffset UltimoEm);

/// <param name="Status"><c>healthy</c>, or <c>degraded</c> with any problem.</param>
/// <param name="Problemas">What is slow.</param>
public sealed record PerformanceHealth(string Status, IReadOnlyList<string> Problemas, PerformanceSummary Metricas);

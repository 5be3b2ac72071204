using System.Text.Json.Serialization;

namespace Alicerce.Platform.Telemetry;

/// <summary>What was timed and counted lately: one field a name beside the two fixed ones, as source 002 prints it (S002-MET-03).</summary>
public sealed record PerformanceSummary(IReadOnlyDictionary<string, long> Contadores, IReadOnlyDictionary<string, long> Erros)
{
    internal PerformanceSummary(IReadOnlyDictionary<string, long> contadores, IReadOnlyDictionary<string, long> erros, IReadOnlyDictionary<string, TimingSummary> timings)
        : this(contadores, erros)
    {
        Timings = timings;
        Printed = timings.ToDictionary(timing => timing.Key, timing => (object)timing.Value, StringComparer.Ordinal);
    }

    internal IReadOnlyDictionary<string, TimingSummary> Timings { get; } = new Dictionary<string, TimingSummary>();

    [JsonExtensionData]
    public IDictionary<string, object> Printed { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>A thing that is called like one of the two fixed fields is printed with a line after its name (T002-27).</summary>
    internal static string Printable(string name) => name is "contadores" or "erros" ? $"{name}_" : name;
}

/// <param name="MediaMs">Over the last hundred, like the longest and the shortest.</param>
/// <param name="P95Ms">95 of 100 were not longer, over the last five minutes; null without any.</param>
/// <param name="Total">Timed since the start of the process.</param>
/// <param name="UltimoEm">When the last one ended.</param>
public sealed record TimingSummary(double MediaMs, double MaxMs, double MinMs, double? P95Ms, long Total, DateTimeOffset UltimoEm)
{
    internal WorkKind Kind { get; init; }
}

/// <param name="Status"><c>healthy</c>, or <c>degraded</c> with any problem.</param>
/// <param name="Problemas">What is slow, does not answer or waits for too long.</param>
public sealed record PerformanceHealth(string Status, IReadOnlyList<string> Problemas, PerformanceSummary Metricas);

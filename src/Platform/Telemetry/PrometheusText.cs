using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Alicerce.Platform.Telemetry;

/// <summary>Writes metrics in the Prometheus text form, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(in Batch<Metric> metrics)
    {
        var text = new StringBuilder();
        foreach (var metric in metrics) Write(text, metric);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Metric metric)
    {
        var type = TypeOf(metric.MetricType);
        if (type is null) return;
        var name = NameOf(metric, type);
        text.Append("# HELP ").Append(name).Append(' ').Append(Escape(metric.Description)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (type == "histogram") WriteHistogram(text, name, in point);
            else WriteSample(text, name, in point, extra: null, ValueOf(metric.MetricType, in point));
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, ref readonly MetricPoint point)
    {
        var below = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            WriteSample(text, $"{name}_bucket", in point, $"le=\"{Number(bucket.ExplicitBound)}\"", below);
        }

        WriteSample(text, $"{name}_sum", in point, extra: null, point.GetHistogramSum());
        WriteSample(text, $"{name}_count", in point, extra: null, point.GetHistogramCount());
    }

    private static void WriteSample(StringBuilder text, string name, ref readonly MetricPoint point, string? extra, double value)
    {
        var labels = new List<string>();
        foreach (var tag in point.Tags)
            labels.Add($"{Safe(tag.Key)}=\"{Escape(Convert.ToString(tag.Value, CultureInfo.InvariantCulture)).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        if (extra is not null) labels.Add(extra);
        text.Append(name);
        if (labels.Count > 0) text.Append('{').AppendJoin(',', labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string? TypeOf(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.LongGauge or MetricType.DoubleGauge or MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic => "gauge",
        MetricType.Histogram => "histogram",
        _ => null,
    };

    private static double ValueOf(MetricType type, ref readonly MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static string NameOf(Metric metric, string type)
    {
        var unit = metric.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = Safe(metric.Name);
        if (type == "counter" && name.EndsWith("_total", StringComparison.Ordinal)) name = name[..^"_total".Length];
        if (!name.EndsWith(unit, StringComparison.Ordinal)) name += unit;
        return type == "counter" ? $"{name}_total" : name;
    }

    private static string Safe(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string Escape(string? text) => (text ?? "").Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}

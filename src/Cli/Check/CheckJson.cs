using System.Text.Json;

namespace Alicerce.Cli.Check;

/// <summary>The document of <c>alicerce check --json</c>.</summary>
internal static class CheckJson
{
    public static async Task WriteAsync(CheckSummary check, CancellationToken ct)
    {
        await using var stdout = Console.OpenStandardOutput();
        await using var json = new Utf8JsonWriter(stdout, new JsonWriterOptions { Indented = true });
        var summary = check.Summary;
        json.WriteStartObject();
        json.WriteBoolean("passed", summary?.IsGreen == true);
        json.WriteNumber("seed", check.Seed);
        json.WriteStartObject("counts");
        json.WriteNumber("total", summary?.Total ?? 0);
        json.WriteNumber("passed", summary?.Passed ?? 0);
        json.WriteNumber("failed", summary?.Failed ?? 0);
        json.WriteNumber("errors", summary?.Errors ?? 0);
        json.WriteNumber("skipped", summary?.Skipped ?? 0);
        json.WriteNumber("flaky", summary?.Flaky ?? 0);
        json.WriteNumber("findings_confirmed", summary?.FindingsConfirmed ?? 0);
        json.WriteEndObject();
        json.WriteNumber("duration_ms", (long)(summary?.Duration.TotalMilliseconds ?? 0));
        WriteCauses(json, check);
        WriteTexts(json, "failed_keys", check.FailedKeys);
        WriteTexts(json, "findings_confirmed", check.ConfirmedFindings);
        json.WriteStartObject("skipped_by_reason");
        foreach (var (reason, count) in check.SkippedByReason)
            json.WriteNumber(reason, count);
        json.WriteEndObject();
        WriteCoverage(json, check);
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static void WriteCauses(Utf8JsonWriter json, CheckSummary check)
    {
        json.WriteStartArray("causes");
        foreach (var group in check.Causes.Groups)
        {
            json.WriteStartObject();
            json.WriteString("cause_key", group.CauseKey);
            json.WriteString("reason", group.Reason);
            json.WriteString("message", group.Message);
            json.WriteNumber("count", group.Count);
            json.WriteString("curl", group.Samples.FirstOrDefault(s => s.Curl is not null)?.Curl);
            WriteTexts(json, "cases", group.Samples.Select(s => s.Key));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCoverage(Utf8JsonWriter json, CheckSummary check)
    {
        json.WriteStartArray("coverage");
        foreach (var share in check.Coverage.Shares)
        {
            json.WriteStartObject();
            json.WriteString("kind", share.Kind);
            json.WriteNumber("found", share.Found);
            json.WriteNumber("with_case", share.WithCase);
            json.WriteNumber("passed", share.Passed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}

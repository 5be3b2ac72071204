using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>Common Test Report Format (JSON). An error is a failed test there; <c>rawStatus</c> keeps our word.</summary>
public sealed class CtrfReport(string path) : FileReport(path)
{
    private const string SpecVersion = "0.0.0";
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true };

    private FileStream _spool = null!;
    private Utf8JsonWriter _tests = null!;
    private Counts _counts = new();

    // The spool holds the array of tests as a document of its own.
    private protected override void Begin(RunStarted started)
    {
        _counts = new Counts();
        _spool = OpenSpool();
        _tests = new Utf8JsonWriter(_spool, s_options);
        _tests.WriteStartArray();
    }

    private protected override void Write(CaseResult result)
    {
        _counts.Add(result);
        _tests.WriteStartObject();
        Text(_tests, "name", result.Case.Name.Length == 0 ? result.Case.Key : result.Case.Name);
        Text(_tests, "status", StatusOf(result.Status));
        _tests.WriteNumber("duration", (long)result.Duration.TotalMilliseconds);
        _tests.WriteNumber("start", result.StartedAt.ToUnixTimeMilliseconds());
        _tests.WriteNumber("stop", (result.StartedAt + result.Duration).ToUnixTimeMilliseconds());
        Text(_tests, "rawStatus", result.Status.ToString().ToLowerInvariant());
        Text(_tests, "type", result.Case.Kind.ToString().ToLowerInvariant());
        if (result.Case.ComponentPath is { } component)
            Text(_tests, "filePath", component);
        if (result.Case.Tags.Count > 0)
            WriteTags(result.Case.Tags);
        if (result.Status != CaseStatus.Passed)
            Text(_tests, "message", FailureText.Headline(result));
        if (result.Status is CaseStatus.Failed or CaseStatus.Error)
            Text(_tests, "trace", FailureText.Details(result));
        _tests.WriteNumber("retries", result.Attempt - 1);
        _tests.WriteBoolean("flaky", result.Flaky);
        _tests.WriteStartObject("extra");
        Text(_tests, "key", result.Case.Key);
        if (result.Reason is not null)
            Text(_tests, "reason", result.Reason);
        if (result.CauseKey is not null)
            Text(_tests, "causeKey", result.CauseKey);
        _tests.WriteEndObject();
        _tests.WriteEndObject();
        _tests.Flush();
    }

    private protected override async Task ComposeAsync(Stream file, RunStarted started, RunFinished finished, CancellationToken ct)
    {
        _tests.WriteEndArray();
        await _tests.DisposeAsync();
        await using var writer = new Utf8JsonWriter(file, s_options);
        writer.WriteStartObject();
        Text(writer, "reportFormat", "CTRF");
        Text(writer, "specVersion", SpecVersion);
        writer.WriteString("timestamp", finished.At);
        Text(writer, "generatedBy", "alicerce");
        writer.WriteStartObject("results");
        writer.WriteStartObject("tool");
        Text(writer, "name", "alicerce");
        Text(writer, "version", typeof(CtrfReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");
        writer.WriteEndObject();
        WriteSummary(writer, started, finished);
        writer.WriteStartObject("environment");
        Text(writer, "appName", started.SuiteName);
        if (started.Environment is not null)
            Text(writer, "testEnvironment", started.Environment);
        writer.WriteBoolean("healthy", finished.Summary.IsGreen);
        writer.WriteEndObject();
        writer.WritePropertyName("tests");
        await CopyTestsAsync(writer, file, ct);
        writer.WriteEndObject();
        writer.WriteEndObject();
        await writer.FlushAsync(ct);
        file.WriteByte((byte)'\n');
    }

    /// <summary>The array is a value of the document, but too large to pass through the writer: it is copied past it.</summary>
    private async Task CopyTestsAsync(Utf8JsonWriter writer, Stream file, CancellationToken ct)
    {
        await writer.FlushAsync(ct);
        await CopyAsync(_spool, file, ct);
        writer.WriteRawValue("\n", skipInputValidation: true);
    }

    private void WriteSummary(Utf8JsonWriter writer, RunStarted started, RunFinished finished)
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber("tests", _counts.Total);
        writer.WriteNumber("passed", _counts.Passed);
        writer.WriteNumber("failed", _counts.Failed + _counts.Errors);
        writer.WriteNumber("skipped", _counts.Skipped);
        writer.WriteNumber("pending", 0);
        writer.WriteNumber("other", 0);
        writer.WriteNumber("flaky", _counts.Flaky);
        writer.WriteNumber("start", started.At.ToUnixTimeMilliseconds());
        writer.WriteNumber("stop", finished.At.ToUnixTimeMilliseconds());
        writer.WriteNumber("duration", (long)finished.Summary.Duration.TotalMilliseconds);
        writer.WriteEndObject();
    }

    private void WriteTags(IReadOnlyList<string> tags)
    {
        _tests.WriteStartArray("tags");
        foreach (var tag in tags)
            _tests.WriteStringValue(ReportText.Clean(tag));
        _tests.WriteEndArray();
    }

    private static string StatusOf(CaseStatus status) => status switch
    {
        CaseStatus.Passed => "passed",
        CaseStatus.Skipped => "skipped",
        _ => "failed",
    };

    private static void Text(Utf8JsonWriter writer, string name, string value) => writer.WriteString(name, ReportText.Clean(value));
}

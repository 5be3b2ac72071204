using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alicerce.Platform.Web.Logging;

/// <summary>
/// Every log line is one JSON object (S001-OBS-01). The reserved names cannot be overwritten by extra properties, and properties whose
/// names promise a secret are masked, in the message too (T001-78).
/// </summary>
internal sealed class JsonLines(TimeProvider clock)
{
    private const string Service = "alicerce";

    // What belongs to no request and no job belongs to this life of the process (S001-ANTI-17).
    private static readonly string s_process = $"process-{Guid.NewGuid():N}";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static LogProperties? t_properties;

    /// <summary>Writes one line with its line feed.</summary>
    public void Write<TState>(IBufferWriter<byte> output, in LogEntry<TState> logEntry, IExternalScopeProvider? scopes)
    {
        var properties = t_properties ??= new LogProperties();
        properties.Clear();
        scopes?.ForEachScope(static (scope, all) => all.AddRange(scope), properties);
        properties.AddRange(logEntry.State);
        using (var json = new Utf8JsonWriter(output, WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", clock.GetUtcNow());
            json.WriteString("level", LevelOf(logEntry.LogLevel));
            json.WriteString("message", properties.Redact(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            json.WriteString("service", Service);
            json.WriteString("module", logEntry.Category);
            WriteSource(json, logEntry.Exception, logEntry.EventId);
            json.WriteString("correlation_id", properties.CorrelationId ?? CorrelationId.Current ?? s_process);
            properties.WriteExtras(json);
            if (logEntry.Exception is { } exception) json.WriteString("exception", exception.ToString());
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    internal static string LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARNING",
        LogLevel.Error => "ERROR",
        _ => "CRITICAL",
    };

    // .NET does not tell a logger who calls it; for an exception, the place that threw is the more useful answer anyway.
    private static void WriteSource(Utf8JsonWriter json, Exception? exception, EventId eventId)
    {
        var frame = exception is null ? null : new StackTrace(exception, fNeedFileInfo: true).GetFrame(0);
        json.WriteString("func", frame?.GetMethod()?.Name ?? eventId.Name);
        if (frame?.GetFileLineNumber() is int line and > 0) json.WriteNumber("line", line);
        else json.WriteNull("line");
    }
}

using System.Buffers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alicerce.Platform.Web.Logging;

/// <summary>
/// Loggers that write <see cref="JsonLines"/> to the process's output. The framework's console writes each line by itself, which took a fifth
/// of the time of a request; this one writes what has gathered (see <see cref="LogOutput"/>).
/// </summary>
[ProviderAlias("JsonLines")]
internal sealed class JsonLinesProvider(TimeProvider clock, LogOutput output) : ILoggerProvider, ISupportExternalScope
{
    private const int LargestKeptBuffer = 64 * 1024;
    private readonly JsonLines _lines = new(clock);
    private IExternalScopeProvider? _scopes;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() => output.Dispose();

    private void Write<TState>(in LogEntry<TState> entry)
    {
        // Taken away while it is in use: turning a value into text may log by itself.
        var buffer = t_buffer ?? new ArrayBufferWriter<byte>(1024);
        t_buffer = null;
        buffer.ResetWrittenCount();
        _lines.Write(buffer, entry, _scopes);
        output.Write(buffer.WrittenSpan);
        if (buffer.Capacity <= LargestKeptBuffer) t_buffer = buffer;
    }

    private sealed class Logger(JsonLinesProvider provider, string category) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider._scopes?.Push(state);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) provider.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter));
        }
    }
}

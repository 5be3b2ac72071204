using System.Globalization;
using System.Text.Json;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Web.Logging;

/// <summary>The extra properties of one log line, innermost value last.</summary>
internal sealed class LogProperties
{
    private const string Mask = "***";
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "timestamp", "level", "message", "service", "module", "func", "line", "correlation_id", "exception",
    };

    private static readonly string[] SecretWords = ["password", "passwd", "secret", "token", "authorization", "api_key", "apikey", "cookie", "credential", "private_key"];
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly List<string> _masked = [];

    public string? CorrelationId { get; private set; }

    public void AddRange(object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> pairs) return;
        foreach (var (key, value) in pairs)
        {
            if (key == "{OriginalFormat}") continue;
            var name = SnakeCase.Of(key);
            if (name == "correlation_id") CorrelationId ??= value?.ToString();
            if (Reserved.Contains(name)) continue;
            if (IsSecret(name))
            {
                if (value?.ToString() is { Length: > 0 } hidden) _masked.Add(hidden);
                _values[name] = Mask;
                continue;
            }

            _values[name] = value;
        }
    }

    /// <summary>Takes the values of secret properties out of a message that was formatted with them.</summary>
    public string Redact(string message)
    {
        foreach (var hidden in _masked) message = message.Replace(hidden, Mask, StringComparison.Ordinal);
        return message;
    }

    public void WriteExtras(Utf8JsonWriter json)
    {
        foreach (var (name, value) in _values)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
    }

    internal static bool IsSecret(string name) => SecretWords.Any(word => name.Contains(word, StringComparison.Ordinal));

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}

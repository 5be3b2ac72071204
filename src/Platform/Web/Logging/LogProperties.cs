using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Alicerce.Platform.Data;

namespace Alicerce.Platform.Web.Logging;

/// <summary>The extra properties of one log line, innermost value last; used again for the next line.</summary>
internal sealed class LogProperties
{
    private const string Mask = "***";
    private const int MostNames = 4_000;
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "timestamp", "level", "message", "service", "module", "func", "line", "correlation_id", "exception",
    };

    private static readonly string[] SecretWords = ["password", "passwd", "secret", "token", "authorization", "api_key", "apikey", "cookie", "credential", "private_key"];

    // Names stand in the code, so there are few of them.
    private static readonly ConcurrentDictionary<string, Name> Names = new(StringComparer.Ordinal);

    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly List<string> _masked = [];

    private readonly record struct Name(string Written, bool IsReserved, bool IsSecret);

    public string? CorrelationId { get; private set; }

    public void Clear()
    {
        _values.Clear();
        _masked.Clear();
        CorrelationId = null;
    }

    public void AddRange(object? state)
    {
        if (state is IReadOnlyList<KeyValuePair<string, object?>> list)
        {
            for (var i = 0; i < list.Count; i++) Add(list[i].Key, list[i].Value);
        }
        else if (state is IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            foreach (var (key, value) in pairs) Add(key, value);
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

    private void Add(string key, object? value)
    {
        if (key == "{OriginalFormat}") return;
        var name = NameOf(key);
        if (name.IsReserved)
        {
            if (name.Written == "correlation_id") CorrelationId ??= value?.ToString();
            return;
        }

        if (name.IsSecret && value?.ToString() is { Length: > 0 } hidden) _masked.Add(hidden);
        _values[name.Written] = name.IsSecret ? Mask : value;
    }

    private static Name NameOf(string key)
    {
        if (Names.TryGetValue(key, out var known)) return known;
        var written = SnakeCase.Of(key);
        var name = new Name(written, Reserved.Contains(written), IsSecret(written));
        if (Names.Count < MostNames) Names[key] = name;
        return name;
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }
}

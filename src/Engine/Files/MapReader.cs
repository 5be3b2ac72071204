using System.Globalization;

namespace Alicerce.Engine.Files;

/// <summary>Reads the keys of one map with their types. What does not fit is reported with its place; the answer is then null or the default.</summary>
internal sealed class MapReader
{
    private readonly IReadOnlyCollection<string> _keys;
    private readonly ProblemLog _log;
    private readonly string _what;

    /// <param name="map">The map to read.</param>
    /// <param name="what">What it describes, with its article: <c>a request</c>.</param>
    /// <param name="keys">All keys that may stand there; any other is reported.</param>
    /// <param name="log">Where problems go.</param>
    /// <param name="advice">Better words for keys that people bring from other tools.</param>
    public MapReader(YamlMap map, string what, IReadOnlyCollection<string> keys, ProblemLog log, IReadOnlyDictionary<string, string>? advice = null)
    {
        (Map, _what, _keys, _log) = (map, what, keys, log);
        foreach (YamlEntry entry in map.Entries)
        {
            string key = entry.Key.Text;
            if (!keys.Contains(key))
                Reject(entry.Key, $"'{Shorten(key)}' is not a key of {what}.", advice?.GetValueOrDefault(key) ?? Spelling.Suggest(key, keys));
        }
    }

    public YamlMap Map { get; }

    /// <summary>A key was not understood, so what seems to be missing may be that one.</summary>
    public bool HasUnknownKeys { get; private set; }

    public ProblemLog Log => _log;

    /// <summary>Whether the key stands there with a value.</summary>
    public bool Has(string key) => Present(key) is not null;

    /// <summary>The value of a key; null where the key is missing. A key without a value is a scalar that <see cref="YamlScalar.IsNull"/>.</summary>
    public YamlNode? Node(string key)
    {
        if (!_keys.Contains(key))
            return null;
        foreach (YamlEntry entry in Map.Entries)
            if (entry.Key.Text == key) return entry.Value;
        return null;
    }

    public string? Text(string key)
    {
        YamlNode? node = Present(key);
        if (node is null or YamlScalar)
            return (node as YamlScalar)?.Text;
        return Wrong<string>(node, key, "a text");
    }

    public string RequiredText(string key, bool allowEmpty = false)
    {
        string? text = Text(key);
        bool missing = allowEmpty ? !Has(key) : string.IsNullOrEmpty(text) && Present(key) is null or YamlScalar;
        if (missing)
            _log.Error(Node(key) ?? Map, $"{Capital(_what)} needs '{key}'.", $"Add '{key}: …'.");
        return text ?? "";
    }

    public bool Bool(string key, bool fallback)
    {
        YamlNode? node = Present(key);
        if (node is null)
            return fallback;
        bool? value = node is YamlScalar { Plain: true } scalar ? YamlScalars.AsBool(scalar.Text) : null;
        return value ?? Wrong<bool?>(node, key, "true or false") ?? fallback;
    }

    public int Int(string key, int fallback, int min = int.MinValue, int max = int.MaxValue)
    {
        YamlNode? node = Present(key);
        if (node is null)
            return fallback;
        if (node is YamlScalar s && int.TryParse(YamlScalars.JsonNumber(s.Text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max)
            return value;
        return Wrong<int?>(node, key, min == int.MinValue ? "a whole number" : $"a whole number from {min} to {max}") ?? fallback;
    }

    public decimal? Decimal(string key, decimal min, decimal max)
    {
        YamlNode? node = Present(key);
        if (node is null)
            return null;
        if (node is YamlScalar s && decimal.TryParse(YamlScalars.JsonNumber(s.Text), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) && value >= min && value <= max)
            return value;
        return Wrong<decimal?>(node, key, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));
    }

    public TimeSpan? Duration(string key)
    {
        YamlNode? node = Present(key);
        if (node is null)
            return null;
        if (node is YamlScalar scalar && DurationText.TryParse(scalar.Text, out TimeSpan value) && value > TimeSpan.Zero)
            return value;
        return Wrong<TimeSpan?>(node, key, "a duration such as 500ms, 30s or 5m, at most 7 days");
    }

    public YamlMap? MapAt(string key) => Present(key) is { } node ? node as YamlMap ?? Wrong<YamlMap>(node, key, "a map") : null;

    public YamlList? ListAt(string key) => Present(key) is { } node ? node as YamlList ?? Wrong<YamlList>(node, key, "a list") : null;

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        YamlNode? node = Present(key);
        if (node is null)
            return [];
        if (node is YamlScalar single)
            return [single.Text];
        var texts = new List<string>();
        foreach (YamlNode item in (node as YamlList)?.Items ?? [])
        {
            if (item is YamlScalar scalar)
                texts.Add(scalar.Text);
            else
                Wrong<string>(item, key, "a list of texts");
        }
        return node is YamlList ? texts : Wrong<IReadOnlyList<string>>(node, key, "a list of texts") ?? [];
    }

    /// <summary>A map from texts to texts.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string key)
    {
        var texts = new Dictionary<string, string>();
        foreach (YamlEntry entry in MapAt(key)?.Entries ?? [])
        {
            if (entry.Value is YamlScalar scalar)
                texts[entry.Key.Text] = scalar.Text;
            else
                Wrong<string>(entry.Value, entry.Key.Text, "a text");
        }
        return texts;
    }

    /// <summary>One of a few words, e.g. the names of an enumeration.</summary>
    public string? Word(string key, IReadOnlyCollection<string> words)
    {
        string? text = Text(key);
        if (text is null || words.Contains(text))
            return text;
        _log.Error(Node(key)!, $"'{Shorten(text)}' is not a value of '{key}'.", Spelling.Suggest(text, words));
        return null;
    }

    /// <summary>Reports that a value has the wrong type.</summary>
    public T? Wrong<T>(YamlNode node, string key, string expected)
    {
        _log.Error(node, $"'{Shorten(key)}' of {_what} must be {expected}, not {node.Kind}.");
        return default;
    }

    private YamlNode? Present(string key) => Node(key) is { } node and not YamlScalar { IsNull: true } ? node : null;

    private void Reject(YamlNode at, string message, string hint)
    {
        HasUnknownKeys = true;
        _log.Error(at, message, hint);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

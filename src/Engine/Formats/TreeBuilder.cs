using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Formats;

/// <summary>Puts values together into one tree with their places; both formats feed it.</summary>
internal sealed class TreeBuilder(ReadLimits limits)
{
    private readonly Dictionary<string, JsonElement> _numbers = [];
    private int _nodes;

    public Dictionary<JsonNode, SourceLocation> Places { get; } = new(ReferenceEqualityComparer.Instance);
    public List<ParseProblem> Warnings { get; } = [];

    public void Warn(string message, SourceLocation place)
    {
        const int enough = 50;
        if (Warnings.Count < enough)
            Warnings.Add(new ParseProblem(message, place.Line, place.Column));
    }

    public void Count(SourceLocation place)
    {
        if (++_nodes > limits.MaxNodes)
            throw new ReadStopped($"The document has more than {limits.MaxNodes} values; split it.", place);
    }

    public JsonNode? Placed(JsonNode? node, SourceLocation place)
    {
        if (node is not null)
            Places[node] = place;
        return node;
    }

    public void Put(JsonObject map, string key, JsonNode? value, SourceLocation keyPlace)
    {
        if (!map.TryAdd(key, value))
            throw new ReadStopped($"The key '{Shown(key)}' is here twice in the same mapping; keep one of them.", keyPlace);
        Placed(value, keyPlace);
    }

    /// <summary>The number of <see cref="NumberOf"/>; one that a document repeats is read once.</summary>
    public JsonNode Number(string json)
    {
        if (!_numbers.TryGetValue(json, out var element)) element = _numbers[json] = ElementOf(json);
        return JsonValue.Create(element)!;
    }

    /// <summary>A number that keeps its digits as written and answers <c>GetValue</c> for every numeric type, as parsed JSON does.</summary>
    public static JsonNode NumberOf(string json) => JsonValue.Create(ElementOf(json))!;

    private static JsonElement ElementOf(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.Clone();
    }

    private static string Shown(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}

/// <summary>Carries the one problem that ends a reading from the depth of the recursion to the reader's door; never leaves this folder.</summary>
internal sealed class ReadStopped(string message, SourceLocation place) : Exception(message)
{
    public SourceLocation Place { get; } = place;
}

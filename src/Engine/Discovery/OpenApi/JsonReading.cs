using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Reads trees whose shape nobody promised: what is not there, or is of another kind, is null or empty.</summary>
internal static class JsonReading
{
    public static JsonNode? Member(this JsonNode? node, string name) =>
        node is JsonObject map && map.TryGetPropertyValue(name, out var value) ? value : null;

    public static JsonObject? Map(this JsonNode? node, string name) => node.Member(name) as JsonObject;

    public static IReadOnlyList<JsonNode?> List(this JsonNode? node, string name) => node.Member(name) is JsonArray list ? [.. list] : [];

    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static string? Text(this JsonNode? node, string name) => node.Member(name).Text();

    public static bool Flag(this JsonNode? node, string name) => node.Member(name) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>Text as it is, other single values as JSON writes them.</summary>
    public static string? Scalar(this JsonNode? node) => node is JsonValue value ? value.Text() ?? value.ToJsonString() : null;

    public static decimal? Decimal(this JsonNode? node, string name) =>
        node.Member(name) is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : null;

    public static int? Count(this JsonNode? node, string name) =>
        node.Decimal(name) is { } number and >= 0 and <= int.MaxValue ? (int)number : null;

    /// <summary>Takes the value out of its parent, so that it can be put elsewhere.</summary>
    public static JsonNode? Take(this JsonObject map, string name)
    {
        map.TryGetPropertyValue(name, out var value);
        map.Remove(name);
        return value;
    }
}

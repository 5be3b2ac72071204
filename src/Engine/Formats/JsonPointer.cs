using System.Globalization;
using System.Text.Json.Nodes;

namespace Alicerce.Engine.Formats;

/// <summary>JSON Pointers (RFC 6901) over <see cref="JsonNode"/>; a fragment's percent-encoding is undone by <see cref="FromFragment"/>.</summary>
public static class JsonPointer
{
    /// <summary><c>a/b</c> becomes <c>a~1b</c>, <c>~</c> becomes <c>~0</c>.</summary>
    public static string Escape(string segment) =>
        segment.AsSpan().IndexOfAny('~', '/') < 0 ? segment : segment.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string segment) =>
        segment.Contains('~') ? segment.Replace("~1", "/").Replace("~0", "~") : segment;

    /// <summary>The unescaped segments; a text that does not start with a slash is read as if it did.</summary>
    public static IEnumerable<string> Segments(string pointer)
    {
        if (pointer.Length == 0)
            return [];
        return (pointer[0] == '/' ? pointer[1..] : pointer).Split('/').Select(Unescape);
    }

    /// <summary>The pointer in a URI fragment: <c>/a%20b</c> becomes <c>/a b</c>.</summary>
    public static string FromFragment(string fragment) => fragment.Contains('%') ? Uri.UnescapeDataString(fragment) : fragment;

    /// <summary>The value at the pointer; false when there is none. A value may be null and found.</summary>
    public static bool TryFind(JsonNode? root, string pointer, out JsonNode? found)
    {
        found = root;
        foreach (var segment in Segments(pointer))
        {
            if (!TryStep(found, segment, out found))
                return false;
        }
        return true;
    }

    internal static JsonNode? Step(JsonNode? node, string segment) => TryStep(node, segment, out var next) ? next : null;

    private static bool TryStep(JsonNode? node, string segment, out JsonNode? next)
    {
        next = null;
        switch (node)
        {
            case JsonObject map:
                return map.TryGetPropertyValue(segment, out next);
            case JsonArray list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count:
                next = list[index];
                return true;
            default:
                return false;
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Alicerce.Modules.Resources.Configs;

/// <summary>
/// Writes YAML that readers of 1.1 (Prometheus, Python) and of 1.2 (Compose, Traefik) understand alike: whatever one of them might take for
/// something else than text stands in double quotes.
/// </summary>
internal static partial class ConfigYaml
{
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf" };

    public static string Write(JsonObject root, params IEnumerable<string> comments)
    {
        var text = new StringBuilder();
        foreach (var comment in comments) text.Append("# ").Append(comment).Append('\n');
        WriteMap(text, root, 0);
        return text.ToString();
    }

    private static void WriteMap(StringBuilder text, JsonObject map, int indent)
    {
        foreach (var (key, value) in map)
        {
            text.Append(' ', indent).Append(Text(key)).Append(':');
            WriteValue(text, value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode? value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map:
                text.Append('\n');
                WriteMap(text, map, indent + 2);
                break;
            case JsonArray { Count: > 0 } list:
                text.Append('\n');
                foreach (var item in list) WriteItem(text, item, indent + 2);
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void WriteItem(StringBuilder text, JsonNode? item, int indent)
    {
        if (item is JsonObject { Count: > 0 } map)
        {
            // The first key stands behind the dash.
            var block = new StringBuilder();
            WriteMap(block, map, indent + 2);
            text.Append(' ', indent).Append("- ").Append(block.ToString().AsSpan(indent + 2));
            return;
        }

        text.Append(' ', indent).Append('-');
        WriteValue(text, item, indent);
    }

    private static string Scalar(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "{}",
        JsonValueKind.Array => "[]",
        JsonValueKind.String => Text(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Text(string text) => Plain().IsMatch(text) && !s_words.Contains(text) ? text : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 8).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') quoted.Append('\\').Append((char)rune.Value);
            else if (rune.Value == '\n') quoted.Append("\\n");
            else if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF) quoted.Append("\\u").Append(rune.Value.ToString("X4", CultureInfo.InvariantCulture));
            else quoted.Append(rune.ToString());
        }

        return quoted.Append('"').ToString();
    }

    // Begins with a letter and has nothing that any reader gives a meaning to.
    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_./-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}

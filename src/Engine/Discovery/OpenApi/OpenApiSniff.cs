using System.Text;
using System.Text.Json;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Tells an OpenAPI document from other JSON and YAML without building a tree.</summary>
internal static class OpenApiSniff
{
    private static readonly string[] s_extensions = [".json", ".yaml", ".yml"];
    private static readonly byte[][] s_keys = ["openapi"u8.ToArray(), "swagger"u8.ToArray()];

    public static bool Accepts(SourceFile file)
    {
        if (!Array.Exists(s_extensions, e => file.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            return false;
        var text = file.Content.Span;
        if (text.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        foreach (var key in s_keys)
        {
            if (text.IndexOf(key) < 0)
                continue;
            if (text.TrimStart(" \r\n\t"u8) is [(byte)'{', ..] json ? HasMember(json, key) : HasLine(text, key))
                return true;
        }
        return false;
    }

    /// <summary>A mapping key that starts its line: only keys of the top level can.</summary>
    private static bool HasLine(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        for (int at = 0, next; (next = text[at..].IndexOf(key)) >= 0; at += next + key.Length)
        {
            var start = at + next;
            var after = text[(start + key.Length)..];
            if (start > 0 && text[start - 1] is (byte)'"' or (byte)'\'' && after is [(byte)'"' or (byte)'\'', ..])
            {
                start--;
                after = after[1..];
            }
            if ((start == 0 || text[start - 1] == '\n') && after.TrimStart(" \t"u8) is [(byte)':', ..])
                return true;
        }
        return false;
    }

    private static bool HasMember(ReadOnlySpan<byte> json, ReadOnlySpan<byte> key)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals(key))
                    return true;
                reader.Skip();
            }
            return false;
        }
        catch (JsonException)
        {
            // Broken before the key was reached: taken for what it seems to be if it says so near its top, so that the break is reported.
            const int near = 200;
            return json[..Math.Min(near, json.Length)].IndexOf(key) >= 0;
        }
    }
}

using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Alicerce.Platform.Identity;

/// <summary>Reads what a stranger wrote in exactly one way: two readers of a token must never see two things in it.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <returns>Null for anything but one JSON object whose every name is there once and whose every text is Unicode.</returns>
    public static JsonElement? ReadObject(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span)) return null;
        try
        {
            using var document = JsonDocument.Parse(utf8, s_options);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            DecodeTexts(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // An escaped half of a character is found only when the text is decoded, and then as an invalid operation.
        }
    }

    /// <returns>Null when there is no such text.</returns>
    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <returns>Null for text that no strict writer makes: padding, white space, or bits that stand for nothing.</returns>
    public static byte[]? FromBase64Url(ReadOnlySpan<char> text)
    {
        if (!Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return text.SequenceEqual(Base64Url.EncodeToString(bytes)) ? bytes : null;
    }

    private static void DecodeTexts(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String) _ = json.GetString();
        if (json.ValueKind == JsonValueKind.Array)
            foreach (var item in json.EnumerateArray()) DecodeTexts(item);
        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var property in json.EnumerateObject())
        {
            _ = property.Name;
            DecodeTexts(property.Value);
        }
    }
}

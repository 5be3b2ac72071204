namespace Alicerce.Platform.Data;

/// <summary>Patterns of <c>ILIKE</c> from texts that people type.</summary>
public static class Like
{
    /// <summary>The third argument of <c>ILIKE</c>: what is typed is text, never a pattern (T001-46).</summary>
    public const string Escape = "\\";

    private const int LongestText = 200;

    /// <summary>Null for no text, which lets all through.</summary>
    public static string? Containing(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var bounded = (text.Length > LongestText ? text[..LongestText] : text).Replace('\0', ' ');
        return $"%{bounded.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
    }
}

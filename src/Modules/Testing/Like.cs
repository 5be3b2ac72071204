namespace Alicerce.Modules.Testing;

/// <summary>Patterns of <c>ILIKE</c> from texts that people type.</summary>
internal static class Like
{
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

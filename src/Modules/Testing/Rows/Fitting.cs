using System.Security.Cryptography;
using System.Text;

namespace Alicerce.Modules.Testing.Rows;

/// <summary>Brings texts of scanned files and generators into columns of a bounded length.</summary>
internal static class Fitting
{
    private const int HashDigits = 16;

    /// <summary>A name that stays unique: a long one ends in a hash of the whole.</summary>
    public static string Id(string text, int longest)
    {
        text = Clean(text);
        if (text.Length <= longest) return text;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits];
        return $"{Cut(text, longest - HashDigits - 1)}~{hash}";
    }

    /// <summary>A text for people: a long one ends in an ellipsis.</summary>
    public static string Text(string text, int longest)
    {
        text = Clean(text);
        return text.Length <= longest ? text : Cut(text, longest - 1) + "…";
    }

    /// <summary>PostgreSQL's text has no NUL.</summary>
    public static string Clean(string text) => text.Replace('\0', '\uFFFD');

    /// <summary>Never between the halves of a surrogate pair.</summary>
    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

using System.Globalization;
using System.Text;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>The five references of XML, numeric ones and <c>&amp;nbsp;</c>. Nothing that a file declares is ever expanded (T004-32).</summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;

    internal enum Kind { Bare, Known, Unknown }

    /// <summary>What stands at an ampersand, and how long it is with ampersand and semicolon.</summary>
    public static Kind Classify(ReadOnlySpan<char> atAmpersand, out int length)
    {
        length = 1;
        int end = atAmpersand[..Math.Min(atAmpersand.Length, LongestName)].IndexOf(';');
        if (end < 2) return Kind.Bare;
        ReadOnlySpan<char> name = atAmpersand[1..end];
        if (name[0] == '#')
        {
            if (CodePoint(name[1..]) is null) return Kind.Bare;
        }
        else if (!char.IsAsciiLetter(name[0]) || name.IndexOfAnyExcept(s_nameCharacters) >= 0)
        {
            return Kind.Bare;
        }
        length = end + 1;
        return name[0] == '#' || name is "amp" or "lt" or "gt" or "quot" or "apos" ? Kind.Known : Kind.Unknown;
    }

    public static string Resolve(ReadOnlySpan<char> text)
    {
        var resolved = new StringBuilder(text.Length);
        while (text.IndexOf('&') is var at and >= 0)
        {
            resolved.Append(text[..at]);
            Classify(text[at..], out int length);
            Append(resolved, text.Slice(at, length));
            text = text[(at + length)..];
        }
        return resolved.Append(text).ToString();
    }

    private static readonly System.Buffers.SearchValues<char> s_nameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static void Append(StringBuilder to, ReadOnlySpan<char> reference)
    {
        switch (reference)
        {
            case "&amp;": to.Append('&'); break;
            case "&lt;": to.Append('<'); break;
            case "&gt;": to.Append('>'); break;
            case "&quot;": to.Append('"'); break;
            case "&apos;": to.Append('\''); break;
            case "&nbsp;": to.Append('\u00A0'); break;
            case ['&', '#', .. var digits, ';']: to.Append(CodePoint(digits)!.Value.ToString()); break;
            default: to.Append(reference); break;
        }
    }

    private static Rune? CodePoint(ReadOnlySpan<char> digits)
    {
        bool hexadecimal = digits is ['x', ..];
        NumberStyles style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        bool number = int.TryParse(hexadecimal ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out int value);
        return number && Rune.TryCreate(value, out Rune rune) ? rune : null;
    }
}

using System.Buffers;

namespace Alicerce.Engine.Files;

/// <summary>What an unquoted YAML scalar means to us (JSON's literals and numbers, else a string), and which texts need no quotes.</summary>
internal static class YamlScalars
{
    private static readonly SearchValues<char> Leading = SearchValues.Create("-?:,[]{}#&*!|>'\"%@` \t=<~+.");
    private static readonly SearchValues<char> FlowMarks = SearchValues.Create(",[]{}");

    /// <summary>Words that some YAML reader takes for something else than a string.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    };

    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    public static bool? AsBool(string text) => text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>Whether the text is a number as JSON writes numbers.</summary>
    public static bool IsJsonNumber(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("-"))
            text = text[1..];
        int digits = CountDigits(text);
        if (digits == 0 || (digits > 1 && text[0] == '0'))
            return false;
        text = text[digits..];
        if (text.StartsWith("."))
        {
            int fraction = CountDigits(text[1..]);
            if (fraction == 0)
                return false;
            text = text[(1 + fraction)..];
        }
        if (text.Length > 0 && text[0] is 'e' or 'E')
        {
            text = text[1..];
            if (text.Length > 0 && text[0] is '+' or '-')
                text = text[1..];
            return text.Length > 0 && CountDigits(text) == text.Length;
        }
        return text.IsEmpty;
    }

    /// <summary>Whether any YAML reader gives this very text back when it is written without quotes, inside <c>{ }</c> and <c>[ ]</c> too.</summary>
    public static bool IsSafePlain(ReadOnlySpan<char> text, bool inline)
    {
        if (text.IsEmpty || text.Length > 2_000 || Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
            return false;
        if (Leading.Contains(text[0]) || char.IsAsciiDigit(text[0]) && !LooksLikeText(text) || text[^1] is ' ' or ':')
            return false;
        if (text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal))
            return false;
        if (inline && (text.ContainsAny(FlowMarks) || text.Contains(':') || text.Contains('?')))
            return false;
        foreach (char c in text)
        {
            if (!IsPrintable(c) || char.IsSurrogate(c))
                return false;
        }
        return true;
    }

    /// <summary>Whether the character may stand as it is: no control, no line break of any YAML version, no byte order mark.</summary>
    public static bool IsPrintable(char c) => c >= ' ' && c is not ('\u007F' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF') && c is < '\u0080' or > '\u009F';

    /// <summary>A text that starts with a digit could be a number, a date or a time to some reader, unless a letter beyond those follows.</summary>
    private static bool LooksLikeText(ReadOnlySpan<char> text) => (text.ContainsAnyInRange('g', 'n') || text.ContainsAnyInRange('p', 'w')) && !text.Contains(':');

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}

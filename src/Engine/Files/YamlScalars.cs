using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Files;

/// <summary>
/// What an unquoted YAML scalar means: the core schema of YAML 1.2 (null, true and false in three spellings, integers, floats, else a
/// string), and which texts need no quotes.
/// </summary>
internal static partial class YamlScalars
{
    private const int LongestNumber = 400;

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

    /// <summary>The number as JSON writes it; null when the text is not a number of the core schema.</summary>
    public static string? JsonNumber(string text)
    {
        if (text.Length is 0 or > LongestNumber || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.'))
            return null;
        if (text[0] is not '0' and not '+' && !text.AsSpan(text[0] == '-' ? 1 : 0).ContainsAnyExceptInRange('0', '9') && (text[0] != '-' || text.Length > 1 && text[1] != '0'))
            return text;
        if (Octal().IsMatch(text))
            return text[2..].Aggregate(BigInteger.Zero, (sum, digit) => sum * 8 + (digit - '0')).ToString(CultureInfo.InvariantCulture);
        if (Hexadecimal().IsMatch(text))
            return BigInteger.Parse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        Match match = Decimal().Match(text);
        if (!match.Success)
            return null;
        string whole = match.Groups["whole"].Value.TrimStart('0');
        string fraction = match.Groups["fraction"].Value;
        return (text[0] == '-' ? "-" : "") + (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction) + match.Groups["exponent"].Value;
    }

    /// <summary>Numbers of the core schema that JSON cannot write; they are read as text.</summary>
    public static bool IsInfinityOrNaN(string text) => text.Length <= 5 && InfinityOrNaN().IsMatch(text);

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

    [GeneratedRegex(@"\A0o[0-7]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Octal();

    [GeneratedRegex(@"\A0x[0-9a-fA-F]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"\A[-+]?(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]+)?\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InfinityOrNaN();
}

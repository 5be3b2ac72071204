using System.Text;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Schemas;

/// <summary>
/// Patterns as JavaScript (and so JSON Schema) reads them, on .NET's engine: ASCII <c>\d</c> and <c>\w</c>, <c>$</c> only at the very end,
/// a dot and a negated class that take a whole code point. Linear-time matching where the pattern allows it, else at most 100 ms.
/// </summary>
internal static class EcmaPattern
{
    private const int Longest = 10_000;
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";
    private const string Surrogates = @"\uD800-\uDFFF";
    private const string Digit = "0-9";
    private const string NotDigit = @"\0-\x2F\x3A-\uFFFF";
    private const string Word = "a-zA-Z0-9_";
    private const string NotWord = @"\0-\x2F\x3A-\x40\x5B-\x5E\x60\x7B-\uFFFF";
    private const string Space = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
    private const string NotSpace = @"\0-\x08\x0E-\x1F\x21-\x9F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uFEFE\uFF00-\uFFFF";

    /// <summary>The expression, or null with the reason when the pattern is not one.</summary>
    public static Regex? Compile(string pattern, out string? reason)
    {
        reason = null;
        if (pattern.Length > Longest)
        {
            reason = $"it has more than {Longest} characters";
            return null;
        }
        try
        {
            var translated = Translate(pattern);
            try
            {
                return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
            catch (NotSupportedException)
            {
                return new Regex(translated, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
            }
        }
        catch (Exception wrong) when (wrong is ArgumentException or SchemaMalformed)
        {
            reason = wrong.Message;
            return null;
        }
    }

    internal static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        for (var at = 0; at < pattern.Length;)
        {
            switch (pattern[at])
            {
                case '.':
                    result.Append($@"(?:{Pair}|[^\n\r\u2028\u2029{Surrogates}])");
                    at++;
                    break;
                case '$':
                    result.Append(@"\z");
                    at++;
                    break;
                case '[':
                    at = Class(pattern, at, result);
                    break;
                case '\\':
                    at = Escape(pattern, at, result, inClass: false);
                    break;
                case var high when char.IsHighSurrogate(high) && at + 1 < pattern.Length:
                    result.Append("(?:").Append(pattern, at, 2).Append(')');
                    at += 2;
                    break;
                case var other:
                    result.Append(other);
                    at++;
                    break;
            }
        }
        return result.ToString();
    }

    private static int Class(string pattern, int at, StringBuilder result)
    {
        var negated = at + 1 < pattern.Length && pattern[at + 1] == '^';
        at += negated ? 2 : 1;
        var inside = new StringBuilder();
        while (at < pattern.Length && pattern[at] != ']')
        {
            if (pattern[at] == '\\')
            {
                at = Escape(pattern, at, inside, inClass: true);
                continue;
            }
            if (pattern[at] == '[')
                inside.Append('\\');
            inside.Append(pattern[at++]);
        }
        if (at >= pattern.Length)
            throw new SchemaMalformed("a character class is not closed");
        result.Append((inside.Length, negated) switch
        {
            (0, true) => $@"(?:{Pair}|[^{Surrogates}])",
            (0, false) => @"(?!)",
            (_, true) => $"(?:{Pair}|[^{inside}{Surrogates}])",
            _ => $"[{inside}]",
        });
        return at + 1;
    }

    private static int Escape(string pattern, int at, StringBuilder result, bool inClass)
    {
        if (at + 1 >= pattern.Length)
            throw new SchemaMalformed("a backslash ends the pattern");
        var kind = pattern[at + 1];
        var set = kind switch { 'd' => Digit, 'D' => NotDigit, 'w' => Word, 'W' => NotWord, 's' => Space, 'S' => NotSpace, _ => null };
        if (set is not null)
        {
            var negated = char.IsAsciiLetterUpper(kind);
            result.Append(inClass ? set : negated ? $"(?:{Pair}|[{set}])" : $"[{set}]");
            return at + 2;
        }
        if (kind == 'u' && at + 2 < pattern.Length && pattern[at + 2] == '{' && pattern.IndexOf('}', at) is var end and > 0)
            return CodePoint(pattern[(at + 3)..end], end + 1, result, inClass);
        // What .NET gives a meaning of its own (\a, \e, \A, \z, \Z, \G) or does not let escape, JavaScript reads as the character.
        if (kind is 'a' or 'e' or 'A' or 'z' or 'Z' or 'G' || (char.IsAscii(kind) && !char.IsLetterOrDigit(kind)))
            result.Append(kind == '_' ? "_" : char.IsLetter(kind) ? kind.ToString() : $@"\x{(int)kind:X2}");
        else
            result.Append('\\').Append(kind);
        return at + 2;
    }

    private static int CodePoint(string hex, int next, StringBuilder result, bool inClass)
    {
        if (!int.TryParse(hex, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value))
            throw new SchemaMalformed($@"\u{{{hex}}} is not a code point");
        var text = string.Concat(new Rune(value).ToString().Select(unit => $@"\u{(int)unit:X4}"));
        result.Append(inClass ? text : $"(?:{text})");
        return next;
    }
}

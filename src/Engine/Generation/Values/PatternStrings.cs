using System.Text;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Generation.Values;

/// <summary>
/// Makes a text that matches a regular expression: literals, classes, groups, alternation and quantifiers. What it makes is checked
/// with the expression itself, so a construct it does not know (look-around, back-references) gives null, never a wrong value.
/// </summary>
internal static class PatternStrings
{
    private const int MaxPattern = 1_000, Attempts = 24;
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(100);

    public static string? Generate(string pattern, Random random, int minLength = 0, int maxLength = 10_000)
    {
        if (pattern.Length > MaxPattern || PatternParser.Parse(pattern) is not { } node) return null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var text = new StringBuilder();
            node.Write(text, random, extra: attempt, maxLength);
            if (text.Length < minLength || text.Length > maxLength) continue;
            // An expression that is broken, or too slow once, is so with the next text as well.
            if (IsMatch(Whole(pattern), text.ToString()) is not { } matches) return null;
            if (matches) return text.ToString();
        }
        return null;
    }

    /// <summary>The whole text matches. An expression that is broken or too slow matches nothing.</summary>
    public static bool Matches(string pattern, string text) => IsMatch(Whole(pattern), text) ?? false;

    /// <summary>
    /// A text that no reading of the expression accepts: Quantum matches a prefix, HTML the whole, JSON Schema anywhere.
    /// Null when none of the candidates is refused by all three.
    /// </summary>
    public static string? Violation(string pattern)
    {
        string[] candidates = ["!", "#!#", " ", "a", "0", "A0 a!", "~"];
        return Array.Find(candidates, c => IsMatch(pattern, c) == false);
    }

    private static string Whole(string pattern) => $"^(?:{pattern})$";

    private static bool? IsMatch(string pattern, string text)
    {
        try { return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, MatchTimeout); }
        catch (ArgumentException) { return null; }
        catch (RegexMatchTimeoutException) { return null; }
    }
}

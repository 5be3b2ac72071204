using System.Text.RegularExpressions;

namespace Alicerce.Engine.Running.Paths;

/// <summary>
/// What may stand in the brackets of <c>:not(…)</c>, <c>:has(…)</c> and their like: each level inside them multiplies the time that one
/// element takes, so there is one, of parts that lead to one element at most.
/// </summary>
internal static partial class SelectorFunctions
{
    public static bool IsTooNested(string selector)
    {
        var plain = Opaque().Replace(selector, "x");
        return selector.Contains("/*", StringComparison.Ordinal) || Nested().IsMatch(plain) || Joined().IsMatch(plain);
    }

    [GeneratedRegex("""\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\[(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\]"'])*\]""", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Opaque();

    [GeneratedRegex(@"\([^)]*\(", RegexOptions.NonBacktracking)]
    private static partial Regex Nested();

    [GeneratedRegex(
        @":(?:(?:not|is|matches|where|has|host-context)\(|nth-[a-z-]*\([^)]*\sof\s)(?:[^)]*[^\s,()>])?(?:\s*[+~]\s*|\s+)[^\s,)>]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>A field of the API as the keys that say the same in a case file.</summary>
internal static partial class ImportedPlace
{
    /// <param name="field">As <see cref="Cases.CaseRules"/> names it, e.g. <c>input.steps[2].assertions[0]</c>; null is the whole case.</param>
    public static IEnumerable<object> PathOf(string? field)
    {
        foreach (Match part in Part().Matches(field ?? ""))
        {
            foreach (var key in KeysOf(part.Groups["name"].Value)) yield return key;
            if (part.Groups["index"] is { Success: true } index) yield return int.Parse(index.Value, CultureInfo.InvariantCulture);
        }
    }

    private static string[] KeysOf(string name) => name switch
    {
        "input" => [],
        "assertions" => ["asserts"],
        "target" or "method" => ["request"],
        "sql" => ["query", "sql"],
        "component_path" => ["component"],
        "generation_source" => ["generated", "source"],
        _ => [name],
    };

    [GeneratedRegex(@"(?<name>[a-z_]+)(\[(?<index>\d+)\])?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}

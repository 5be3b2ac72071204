using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Running.Paths;

/// <summary>Regular expressions written by users: linear in the input where the engine can, else stopped after 100 ms.</summary>
internal static class UserPattern
{
    /// <summary>Longer expressions are refused.</summary>
    public const int MaxLength = 2000;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    public static bool TryParse(string? pattern, [NotNullWhen(true)] out Regex? regex, [NotNullWhen(false)] out string? problem)
    {
        (regex, problem) = (null, null);
        if (string.IsNullOrEmpty(pattern)) problem = "a pattern is missing";
        else if (pattern.Length > MaxLength) problem = $"the pattern is longer than {MaxLength} characters";
        else
        {
            try
            {
                regex = Compile(pattern);
                return true;
            }
            catch (ArgumentException e)
            {
                problem = $"'{pattern}' is not a regular expression: {e.Message}";
            }
        }
        return false;
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }
}

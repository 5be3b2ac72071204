using System.CommandLine.Parsing;
using System.Globalization;

namespace Alicerce.Cli;

/// <summary>Numbers of the command line, with a message that says what is wanted.</summary>
internal static class Numbers
{
    public static Func<ArgumentResult, int?> Whole(string option, int min, int max) => result =>
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max) return value;
        var range = min == int.MinValue ? "a whole number" : $"a whole number from {min} to {max}";
        result.AddError($"{option} needs {range}, not '{text}'.");
        return null;
    };

    public static Func<ArgumentResult, double?> Positive(string option) => result =>
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1_000_000) return value;
        result.AddError($"{option} needs a number above 0, not '{text}'.");
        return null;
    };
}

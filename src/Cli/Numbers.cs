using System.CommandLine.Parsing;
using System.Globalization;

namespace Alicerce.Cli;

/// <summary>Numbers of the command line that lie within bounds, with a message that says what is wanted.</summary>
internal static class Numbers
{
    public static Func<ArgumentResult, int?> Whole(int min, int max) => result =>
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max) return value;
        result.AddError($"{NameOf(result)} takes a whole number from {min} to {max}, not '{text}'.");
        return null;
    };

    public static int? Port(ArgumentResult result) => Whole(1, 65_535)(result);

    public static int RequiredPort(ArgumentResult result) => Port(result) ?? 0;

    public static double? Positive(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1_000_000) return value;
        result.AddError($"{NameOf(result)} takes a number above 0, not '{text}'.");
        return null;
    }

    private static string NameOf(ArgumentResult result) => result.Parent is OptionResult option ? option.Option.Name : $"<{result.Argument.Name}>";
}

using System.CommandLine.Parsing;

namespace Alicerce.Cli;

/// <summary>What was wrong on the command line, in words of the person who wrote it: never the name of a type.</summary>
internal static class Mistakes
{
    public static string Text(ParseError error) => (error.Message.Contains("as expected type", StringComparison.Ordinal) ? error.SymbolResult : null) switch
    {
        OptionResult option => Wanted(option.Option.Name, option.Option.ValueType, option.Tokens),
        ArgumentResult { Parent: OptionResult option } => Wanted(option.Option.Name, option.Option.ValueType, option.Tokens),
        ArgumentResult argument => Wanted($"<{argument.Argument.Name}>", argument.Argument.ValueType, argument.Tokens),
        _ => error.Message,
    };

    private static string Wanted(string name, Type type, IReadOnlyList<Token> tokens)
    {
        var wanted = (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var whole when whole == typeof(int) => "a whole number",
            var number when number == typeof(double) => "a number",
            var time when time == typeof(DateTimeOffset) => "a time such as 2026-12-31T08:00Z",
            _ => "another value",
        };
        return $"{name} takes {wanted}, not '{string.Join(' ', tokens.Select(token => token.Value))}'.";
    }
}

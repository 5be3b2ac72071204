using System.CommandLine;
using Alicerce.Engine.Files;

namespace Alicerce.Cli;

/// <summary>Finds the command or option that somebody most likely meant.</summary>
internal static class Misspelling
{
    /// <returns><c> Did you mean '--filter'?</c>; empty when the message is about no unknown word, or the word is near none that is known there.</returns>
    public static string Hint(ParseResult parsed, string message)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal)) is not { } word) return "";
        var command = parsed.CommandResult.Command;
        var known = word.StartsWith('-') ? OptionsOf(command) : command.Subcommands.Select(sub => sub.Name);
        var near = Spelling.Nearest(Plain(word.Split('=', ':')[0]), known.Select(Plain));
        return known.FirstOrDefault(name => Plain(name) == near) is { } meant ? $" Did you mean '{meant}'?" : "";
    }

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive))).Select(option => option.Name);

    /// <summary>Dashes are not what is misspelt.</summary>
    private static string Plain(string word) => word.TrimStart('-').Replace('-', '_');
}

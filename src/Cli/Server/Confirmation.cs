using Spectre.Console;

namespace Alicerce.Cli.Server;

/// <summary>Asks before something is lost; a program that has no terminal says <c>--yes</c> instead.</summary>
internal static class Confirmation
{
    public static void Require(bool yes, string question)
    {
        if (yes || (!Console.IsInputRedirected && CommandLine.Terminal().Confirm(Markup.Escape(PlainText.OneLine(question)), defaultValue: false)))
            return;
        throw new UserError("Nothing was deleted. Run again with --yes to delete without being asked.");
    }
}

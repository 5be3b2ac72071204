using System.CommandLine;
using Spectre.Console;

namespace Alicerce.Cli;

/// <summary>Runs the chosen command; what a user can mend becomes one line on stderr and an exit code, never a stack trace.</summary>
internal static class CommandLine
{
    // A log is read by programs and searched by people: no line of it is folded.
    private const int LogWidth = 10_000;

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"alicerce: {Mistakes.Text(error)}{Misspelling.Hint(parsed, error.Message)}");
            await Console.Error.WriteLineAsync("Run 'alicerce --help', or 'alicerce COMMAND --help', for what is possible.");
            return ExitCodes.BadInput;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The first Ctrl-C lets the run end and report; a second one ends the process.
            pressed.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        };
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
        }
        catch (UserError error)
        {
            await Console.Error.WriteLineAsync($"alicerce: {error.Message}");
            return error.ExitCode;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Cancelled;
        }
    }

    /// <summary>A console for people; without a terminal it writes plain lines without colours.</summary>
    public static IAnsiConsole Terminal(TextWriter? to = null)
    {
        var redirected = to == Console.Error ? Console.IsErrorRedirected : Console.IsOutputRedirected;
        var plain = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(to ?? Console.Out),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = LogWidth;
        return console;
    }
}

/// <summary>Something that the person at the terminal can mend; the message says what, where and how.</summary>
internal class UserError(string message, int exitCode = ExitCodes.BadInput) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

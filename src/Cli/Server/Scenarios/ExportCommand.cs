using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;

namespace Alicerce.Cli.Server.Scenarios;

/// <summary><c>alicerce scenario export</c>: all of a catalogue as a file that can be imported again.</summary>
internal static class ExportCommand
{
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "File to write; stdout when it is not given.", HelpName = "file" };
    private static readonly Option<string?> Format = new Option<string?>("--format") { Description = "jsonl or csv; what the file's name ends with, else jsonl." }.AcceptOnlyFromAmong(ScenarioFormat.JsonLines, ScenarioFormat.Csv);

    public static Command Create()
    {
        var command = new Command("export", "Write scenarios as a file that can be imported again: a project's, or all that you see.") { Format, Output, ServerOptions.Project }.WithServer();
        command.SetServerAction(ExportAsync);
        return command;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var file = parsed.GetValue(Output);
        var format = parsed.GetValue(Format) ?? ScenarioFormat.OfName(file) ?? ScenarioFormat.JsonLines;
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var path = $"scenarios/export?{scope.Query(("format", format))}";
        if (file is null)
        {
            await using var stdout = Console.OpenStandardOutput();
            await client.DownloadAsync(path, stdout, ct);
            return ExitCodes.Ok;
        }

        await Download.ToFileAsync(client, path, file, ct);
        if (!parsed.GetValue(ServerOptions.Json)) ServerOutput.Line($"Wrote {file}.");
        return ExitCodes.Ok;
    }
}

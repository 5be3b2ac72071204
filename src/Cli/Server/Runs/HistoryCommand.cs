using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Suites;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Runs;

/// <summary><c>alicerce test history SUITE</c>: its last runs, the newest first.</summary>
internal static class HistoryCommand
{
    private static readonly Option<int> Limit = new("--limit") { Description = "How many runs.", DefaultValueFactory = _ => 20 };

    public static Command Create()
    {
        var command = new Command("history", "Show the last runs of a suite.") { SuiteReference.Argument, ServerOptions.Project, Limit }.WithServer();
        command.SetServerAction(ShowAsync);
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var suite = (await SuiteReference.RequireAsync(parsed, client, ct)).Value;
        var history = await client.GetAsync($"test-suites/{suite.Id}/history?limit={parsed.GetValue(Limit)}", ServerJson.Default.IReadOnlyListHistoryEntry, ct);
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(history.Json);
            return ExitCodes.Ok;
        }
        ServerOutput.Table(["Run", "Ended", "Environment", "Status", "Passed", "Failed", "Duration"], history.Value.Select(entry => new[]
        {
            $"{entry.RunId}", entry.FinishedAt?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture), entry.Environment, entry.Status, $"{entry.Passed}/{entry.Total}",
            $"{entry.Failed}", entry.DurationMs is { } ms ? string.Create(CultureInfo.InvariantCulture, $"{ms / 1000.0:F1} s") : null,
        }));
        return ExitCodes.Ok;
    }
}

using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Scenarios;

/// <summary><c>alicerce scenario suggest QUERY</c>: what is there already and means the same.</summary>
internal static class SuggestCommand
{
    private static readonly Argument<string> Query = new("query") { Description = "What is looked for, in your words." };
    private static readonly Option<int?> Most = new("-k", "--most") { Description = "At most so many; 5 when it is not given.", HelpName = "n" };
    private static readonly Option<string?> Mode = new Option<string?>("--mode") { Description = "hybrid, by meaning and words (when it is not given); or vector, by meaning alone." }.AcceptOnlyFromAmong("hybrid", "vector");
    private static readonly Option<string[]> Tags = new("--tag") { Description = "Only those with this tag; may be repeated, then with all of them." };
    private static readonly Option<double?> Threshold = new("--threshold") { Description = "Leave out what is less similar, from -1 to 1.", HelpName = "similarity" };

    public static Command Create()
    {
        var command = new Command("suggest", "Suggest scenarios that mean what is asked for: exit code 1 when there is none.") { Query, Most, Mode, Tags, ServerOptions.Project, Threshold }.WithServer();
        command.SetServerAction(SuggestAsync);
        return command;
    }

    private static async Task<int> SuggestAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var query = scope.Query([
            ("query", parsed.GetValue(Query)), ("k", parsed.GetValue(Most)?.ToString(CultureInfo.InvariantCulture)), ("mode", parsed.GetValue(Mode)),
            ("threshold", parsed.GetValue(Threshold)?.ToString(CultureInfo.InvariantCulture)), .. (parsed.GetValue(Tags) ?? []).Select(tag => ("tag", (string?)tag))]);
        var answer = await client.GetAsync($"suggest?{query}", ServerJson.Default.SuggestionAnswer, ct);
        var found = answer.Value.Results;
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else if (found.Count > 0) ServerOutput.Table(["Similarity", "Score", "Id", "Title", "Why"], found.Select(RowOf));
        else ServerOutput.Line("There is no scenario that means this.");
        return found.Count > 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static string?[] RowOf(RemoteSuggestion hit) =>
    [
        Number(hit.Similarity), Number(hit.Score), $"{hit.Id}", hit.SameTitle is { } more ? $"{hit.Title} (and {more} more with this title)" : hit.Title, string.Join(", ", hit.Why ?? []),
    ];

    private static string? Number(double? number) => number?.ToString("0.000", CultureInfo.InvariantCulture);
}

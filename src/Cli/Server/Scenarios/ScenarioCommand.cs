using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Scenarios;

/// <summary><c>alicerce scenario add|suggest|list|show|edit|delete|import|export|generate|promote</c>: what a team tests, in words.</summary>
internal static class ScenarioCommand
{
    public static readonly Argument<int> Id = new("id") { Description = "Id of the scenario." };
    private static readonly Option<string?> Search = new("--search") { Description = "Only those with this text in the title; 'suggest' finds by meaning.", HelpName = "text" };
    private static readonly Option<string?> Tag = new("--tag") { Description = "Only those with this tag." };
    private static readonly Option<int> Limit = new("--limit") { Description = "How many.", DefaultValueFactory = _ => 100 };
    private static readonly Option<int> Suite = new("--suite") { Description = "Id of the suite.", Required = true, HelpName = "id" };

    public static Command Create()
    {
        var list = new Command("list", "List scenarios, the oldest first.") { Search, Tag, ServerOptions.Project, Limit }.WithServer();
        list.SetServerAction(ListAsync);
        var show = new Command("show", "Show a scenario.") { Id }.WithServer();
        show.SetServerAction(ShowAsync);
        var promote = new Command("promote", "Make a draft case of a scenario, at the end of a suite.") { Id, Suite }.WithServer();
        promote.SetServerAction(PromoteAsync);
        return new Command("scenario", "Test scenarios in words, found by what they mean.")
        {
            EditCommands.Add(), SuggestCommand.Create(), list, show, EditCommands.Edit(), EditCommands.Delete(), ImportCommand.Create(), ExportCommand.Create(), GenerateCommand.Create(), promote,
        };
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var limit = Math.Max(1, parsed.GetValue(Limit));
        var path = $"scenarios?{scope.Query(("q", parsed.GetValue(Search)), ("tag", parsed.GetValue(Tag)))}";
        var found = await client.ListAsync(path, ServerJson.Default.RemoteScenario, ct).Take(limit + 1).ToListAsync(ct);
        var shown = found.Take(limit).ToList();
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(shown.Select(scenario => scenario.Json));
        else ServerOutput.Table(["Id", "Title", "Tags", "Project"], shown.Select(scenario => scenario.Value).Select(RowOf));
        if (found.Count > limit) await Console.Error.WriteLineAsync($"alicerce: there are more; --limit {limit * 2} shows more of them, 'alicerce scenario export' writes all.");
        return ExitCodes.Ok;
    }

    private static string?[] RowOf(RemoteScenario scenario) => [$"{scenario.Id}", scenario.Title, string.Join(", ", scenario.Tags ?? []), scenario.ProjectId?.ToString(CultureInfo.InvariantCulture)];

    private static async Task<int> ShowAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        Show(parsed, await client.GetAsync($"scenarios/{parsed.GetValue(Id)}", ServerJson.Default.RemoteScenario, ct));
        return ExitCodes.Ok;
    }

    public static void Show(ParseResult parsed, ServerAnswer<RemoteScenario> answer)
    {
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(answer.Json);
            return;
        }

        var scenario = answer.Value;
        ServerOutput.Line($"{scenario.Id}  {scenario.Title}");
        if (scenario.Description is { Length: > 0 } description) ServerOutput.Line($"  {description}");
        if (scenario.Tags is { Count: > 0 } tags) ServerOutput.Line($"  tags: {string.Join(", ", tags)}");
        ServerOutput.Line(scenario.ProjectId is { } project ? $"  of project {project}" : "  of the house");
    }

    private static async Task<int> PromoteAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var content = RequestContent.Json(new PromoteInput(parsed.GetValue(Suite)), ServerJson.Default.PromoteInput);
        var answer = await client.SendAsync(HttpMethod.Post, $"scenarios/{parsed.GetValue(Id)}/promote", content, ServerJson.Default.PromoteAnswer, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else ServerOutput.Line($"Case {answer.Value.CaseId} of suite {parsed.GetValue(Suite)} is a draft: it runs when it has a request and is made active.");
        return ExitCodes.Ok;
    }
}

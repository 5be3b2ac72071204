using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Scenarios;

/// <summary><c>alicerce scenario add|edit|delete</c>.</summary>
internal static class EditCommands
{
    private static readonly Argument<string> Title = new("title") { Description = "What is tested, in a sentence." };
    private static readonly Option<string?> NewTitle = new("--title") { Description = "What is tested, in a sentence." };
    private static readonly Option<string?> Description = new("--description") { Description = "Steps, data, what is expected." };
    private static readonly Option<string[]> Tags = new("--tag") { Description = "A tag; may be repeated." };
    private static readonly Option<string[]> NewTags = new("--tag") { Description = "A tag in the place of all that it has; may be repeated." };
    private static readonly Option<bool> NoTags = new("--no-tags") { Description = "Take all tags off." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask before deleting." };

    public static Command Add()
    {
        var command = new Command("add", "Add a scenario, print its id, and say on the error output when one like it is there already.") { Title, Description, Tags, ServerOptions.Project }.WithServer();
        command.SetServerAction(AddAsync);
        return command;
    }

    public static Command Edit()
    {
        var command = new Command("edit", "Change a scenario; what is not given stays.") { ScenarioCommand.Id, NewTitle, Description, NewTags, NoTags }.WithServer();
        command.SetServerAction(EditAsync);
        return command;
    }

    public static Command Delete()
    {
        var command = new Command("delete", "Delete a scenario.") { ScenarioCommand.Id, Yes }.WithServer();
        command.SetServerAction(DeleteAsync);
        return command;
    }

    private static async Task<int> AddAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var input = new ScenarioInput(parsed.GetValue(Title)!, parsed.GetValue(Description), scope.ProjectId, GivenTags(parsed, Tags));
        var answer = await client.SendAsync(HttpMethod.Post, "scenarios", RequestContent.Json(input, ServerJson.Default.ScenarioInput), ServerJson.Default.ScenarioCreated, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else ServerOutput.Line($"{answer.Value.Id}");
        if (answer.Value.Warning is { } warning) await Console.Error.WriteLineAsync($"alicerce: note: {PlainText.OneLine(warning)}");
        return ExitCodes.Ok;
    }

    private static async Task<int> EditAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var tags = parsed.GetValue(NoTags) ? [] : GivenTags(parsed, NewTags);
        var patch = new ScenarioPatch(parsed.GetValue(NewTitle), parsed.GetValue(Description), tags);
        if (patch is { Title: null, Description: null, Tags: null }) throw new UserError("What is to change? Give --title, --description, --tag or --no-tags.");
        var content = RequestContent.Json(patch, ServerJson.Default.ScenarioPatch);
        ScenarioCommand.Show(parsed, await client.SendAsync(HttpMethod.Patch, $"scenarios/{parsed.GetValue(ScenarioCommand.Id)}", content, ServerJson.Default.RemoteScenario, ct));
        return ExitCodes.Ok;
    }

    private static async Task<int> DeleteAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scenario = await client.GetAsync($"scenarios/{parsed.GetValue(ScenarioCommand.Id)}", ServerJson.Default.RemoteScenario, ct);
        Confirmation.Require(parsed.GetValue(Yes), $"Delete the scenario '{scenario.Value.Title}'?");
        await client.SendAsync(HttpMethod.Delete, $"scenarios/{scenario.Value.Id}", null, ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(scenario.Json);
        else ServerOutput.Line($"Deleted the scenario '{scenario.Value.Title}'.");
        return ExitCodes.Ok;
    }

    private static string[]? GivenTags(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) is { Length: > 0 } tags ? tags : null;
}

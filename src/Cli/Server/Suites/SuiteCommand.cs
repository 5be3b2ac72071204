using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Suites;

/// <summary><c>alicerce suite generate|list|show|diff|export|import</c>.</summary>
internal static class SuiteCommand
{
    private static readonly Option<string> Name = new("--name") { Description = "The suite's name; generating again under the same name brings it up to date.", DefaultValueFactory = _ => SuiteGeneration.DefaultName };
    private static readonly Option<string[]> Types = new("--types") { Description = "Kinds to generate: smoke, api, form, query, auth, edge, security, e2e, load." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Same seed, same values." };

    public static Command Create()
    {
        var generate = new Command("generate", "Generate a suite from what the last scan found, or bring it up to date.") { ServerOptions.Project, Name, Types, Seed }.WithServer();
        generate.SetServerAction((parsed, client, ct) => GenerateAsync(parsed, client, preview: false, ct));
        var diff = new Command("diff", "Show what generating would change; nothing is stored.") { ServerOptions.Project, Name, Types, Seed }.WithServer();
        diff.SetServerAction((parsed, client, ct) => GenerateAsync(parsed, client, preview: true, ct));
        var list = new Command("list", "List the suites of a project.") { ServerOptions.Project }.WithServer();
        list.SetServerAction(ListAsync);
        var show = new Command("show", "Show a suite and its cases.") { SuiteReference.Argument, ServerOptions.Project }.WithServer();
        show.SetServerAction(ShowAsync);
        return new Command("suite", "Test suites on an Alicerce server.") { generate, list, show, diff, SuiteFileCommands.CreateExport(), SuiteFileCommands.CreateImport() };
    }

    private static async Task<int> GenerateAsync(ParseResult parsed, ServerClient client, bool preview, CancellationToken ct)
    {
        var project = (await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct)).Value;
        var answer = await SuiteGeneration.RunAsync(client, project, parsed.GetValue(Name)!, SuiteGeneration.ReadTypes(parsed.GetValue(Types)), parsed.GetValue(Seed), preview, ct);
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(answer.Json);
            return ExitCodes.Ok;
        }
        SuiteGeneration.ShowWarnings(answer.Value, Console.Out);
        SuiteDifferenceText.Write(answer.Value.Diff, Console.Out);
        if (!preview)
            ServerOutput.Line($"Suite {answer.Value.Id} '{answer.Value.Name}' has {answer.Value.TotalCases} cases.");
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var project = (await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct)).Value;
        var suites = await client.ListAsync($"projects/{project.Id}/test-suites", ServerJson.Default.RemoteSuite, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(suites.Select(s => s.Json));
        else
            ServerOutput.Table(["Id", "Name", "Cases", "Description"], suites.Select(s => new[] { $"{s.Value.Id}", s.Value.Name, $"{s.Value.TotalCases}", s.Value.Description }));
        return ExitCodes.Ok;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var suite = await SuiteReference.RequireAsync(parsed, client, ct);
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(suite.Json);
            return ExitCodes.Ok;
        }
        ServerOutput.Line($"{suite.Value.Id}  {suite.Value.Name}  {suite.Value.TotalCases} cases");
        var cases = await client.ListAsync($"test-suites/{suite.Value.Id}/cases", ServerJson.Default.RemoteCase, ct).ToListAsync(ct);
        ServerOutput.Table(["Id", "Type", "Name", "Request"], cases.Select(c => new[] { $"{c.Value.Id}", c.Value.TestType, c.Value.Name, $"{c.Value.Method} {c.Value.Target}" }));
        return ExitCodes.Ok;
    }
}

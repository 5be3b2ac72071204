using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Suites;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Runs;

/// <summary><c>alicerce test compare SUITE</c>: the last run in each environment, case by case where they differ.</summary>
internal static class CompareCommand
{
    private static readonly Option<string[]> Environments = new("--env") { Description = "Names or ids of environments, with commas or repeated; all when it is not given." };

    public static Command Create()
    {
        var command = new Command("compare", "Compare the last runs of a suite in its environments.") { SuiteReference.Argument, ServerOptions.Project, Environments }.WithServer();
        command.SetServerAction(CompareAsync);
        return command;
    }

    private static async Task<int> CompareAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var suite = (await SuiteReference.RequireAsync(parsed, client, ct)).Value;
        var ids = await IdsAsync(parsed, client, suite, ct);
        var path = $"test-suites/{suite.Id}/comparison{(ids.Count == 0 ? "" : $"?environments={string.Join(',', ids)}")}";
        var comparison = await client.GetAsync(path, ServerJson.Default.ComparisonAnswer, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(comparison.Json);
        else
            Show(comparison.Value);
        return ExitCodes.Ok;
    }

    private static async Task<List<int>> IdsAsync(ParseResult parsed, ServerClient client, RemoteSuite suite, CancellationToken ct)
    {
        List<int> ids = [];
        if (parsed.GetValue(Environments) is not { Length: > 0 } given)
            return ids;
        var project = (await ProjectReference.RequireAsync(client, $"{suite.ProjectId}", ct)).Value;
        foreach (var reference in given.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            ids.Add((await EnvironmentReference.RequireAsync(client, project, reference, ct)).Value.Id);
        return ids;
    }

    private static void Show(ComparisonAnswer comparison)
    {
        ServerOutput.Table(["Environment", "Run", "Passed", "Share", "Verdict"], comparison.Environments.Select(e => new[]
        {
            e.Name, e.RunId?.ToString(CultureInfo.InvariantCulture), $"{e.Passed}/{e.Total}", e.Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:F1} %") : null, e.Verdict,
        }));
        if (comparison.Differences.Count == 0)
        {
            ServerOutput.Line("Every case ends the same way in all of them.");
            return;
        }
        ServerOutput.Table(["Case", .. comparison.Environments.Select(e => e.Name)], comparison.Differences.Select(d =>
            (string?[])[d.TestName, .. comparison.Environments.Select(e => d.ByEnvironment.TryGetValue(e.EnvironmentId.ToString(CultureInfo.InvariantCulture), out var result) ? TextOf(result) : null)]));
    }

    private static string TextOf(ComparedResult result) => result.Reason is null ? result.Status : $"{result.Status}: {result.Reason}";
}

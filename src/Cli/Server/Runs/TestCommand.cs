using System.CommandLine;
using Alicerce.Cli.Check;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Suites;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Runs;

/// <summary><c>alicerce test run|watch|cancel|report|history|compare</c>.</summary>
internal static class TestCommand
{
    private static readonly TimeSpan PatienceForId = TimeSpan.FromSeconds(10);
    private static readonly Argument<int> Run = new("run") { Description = "Id of the run." };
    private static readonly Option<string?> Environment = new("--env") { Description = "Name or id of the environment; 'local' when it is not given." };
    private static readonly Option<bool> Detach = new("--detach") { Description = "Print the run's id and do not wait for its end." };
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "junit, ctrf, html or markdown.", DefaultValueFactory = _ => "junit" }.AcceptOnlyFromAmong("junit", "ctrf", "html", "markdown");
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "File to write; stdout when it is not given.", HelpName = "file" };

    public static Command Create()
    {
        var run = new Command("run", "Run a suite in an environment and follow it to its end.") { SuiteReference.Argument, ServerOptions.Project, Environment, Detach, ReportOption.Files, ReportOption.Language }.WithRunChoices().WithServer();
        run.SetServerAction(RunAsync);
        var watch = new Command("watch", "Follow a run; one that has ended is told from its beginning.") { Run, ReportOption.Files, ReportOption.Language }.WithServer();
        watch.SetServerAction(WatchAsync);
        var cancel = new Command("cancel", "Stop a run.") { Run }.WithServer();
        cancel.SetServerAction(CancelAsync);
        var report = new Command("report", "Download a run's report.") { Run, Format, Output }.WithServer();
        report.SetServerAction(ReportAsync);
        return new Command("test", "Runs of suites on an Alicerce server.") { run, watch, cancel, report, HistoryCommand.Create(), CompareCommand.Create() };
    }

    /// <summary>Stopping waits a while for the answer: a run whose id nobody knows cannot be cancelled.</summary>
    public static async Task<ServerAnswer<RunAccepted>> StartAsync(ServerClient client, int suiteId, RunInput input, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var giveUp = new CancellationTokenSource();
        await using var stopped = ct.Register(() =>
        {
            Console.Error.WriteLine("alicerce: waiting for the run's id to cancel it …");
            giveUp.CancelAfter(PatienceForId);
        });
        try
        {
            return await client.SendAsync(
                HttpMethod.Post, $"test-suites/{suiteId}/run", RequestContent.Json(input, ServerJson.Default.RunInput), ServerJson.Default.RunAccepted, giveUp.Token);
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(
                $"alicerce: the server did not tell the run's id within {PatienceForId.TotalSeconds:0} s, so a run of suite {suiteId} may still be running: 'alicerce test history {suiteId}' shows it, 'alicerce test cancel' stops it.");
            throw;
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var json = parsed.GetValue(ServerOptions.Json);
        var suite = (await SuiteReference.RequireAsync(parsed, client, ct)).Value;
        var run = await StartAsync(client, suite.Id, RunChoices.Read(parsed, await EnvironmentIdAsync(parsed, client, suite, ct)), ct);
        if (parsed.GetValue(Detach))
        {
            if (json)
                ServerOutput.Json(run.Json);
            else
                ServerOutput.Line($"Run {run.Value.RunId} has started; 'alicerce test watch {run.Value.RunId}' follows it.");
            return ExitCodes.Ok;
        }
        await (json ? Console.Error : Console.Out).WriteLineAsync($"Run {run.Value.RunId} of '{PlainText.OneLine(suite.Name)}'");
        var follower = new RunFollower(client, ReportOption.Read(parsed), json);
        return await follower.OwnAsync(run.Value.RunId, suite.Id, [], KnownFailureFilter.None, ct);
    }

    private static async Task<int?> EnvironmentIdAsync(ParseResult parsed, ServerClient client, RemoteSuite suite, CancellationToken ct)
    {
        if (parsed.GetValue(Environment) is not { } reference)
            return null;
        var project = (await ProjectReference.RequireAsync(client, $"{suite.ProjectId}", ct)).Value;
        return (await EnvironmentReference.RequireAsync(client, project, reference, ct)).Value.Id;
    }

    private static async Task<int> WatchAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var runId = parsed.GetValue(Run);
        var head = await new RemoteRun(client, runId, RemoteCases.None).HeadAsync(ct);
        var cases = await RemoteCases.LoadAsync(client, head.SuiteId, ct);
        var follower = new RunFollower(client, ReportOption.Read(parsed), parsed.GetValue(ServerOptions.Json));
        return await follower.FollowAsync(runId, cases, [], KnownFailureFilter.None, cancelOnStop: false, ct);
    }

    private static async Task<int> CancelAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var answer = await client.SendAsync(HttpMethod.Post, $"test-runs/{parsed.GetValue(Run)}/cancel", RequestContent.Empty, ServerJson.Default.JsonElement, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(answer.Json);
        else
            ServerOutput.Line($"Run {parsed.GetValue(Run)} is cancelled.");
        return ExitCodes.Ok;
    }

    private static async Task<int> ReportAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var path = $"test-runs/{parsed.GetValue(Run)}/report?format={parsed.GetValue(Format)}";
        if (parsed.GetValue(Output) is { } file)
        {
            await Download.ToFileAsync(client, path, file, ct);
            return ExitCodes.Ok;
        }
        await using var stdout = Console.OpenStandardOutput();
        await client.DownloadAsync(path, stdout, ct);
        return ExitCodes.Ok;
    }
}

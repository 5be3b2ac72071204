using Alicerce.Cli.Check;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Terminal;
using Alicerce.Engine.Discovery;
using Spectre.Console;

namespace Alicerce.Cli.Server.Runs;

/// <summary>Follows a run live and ends as a check alone does: the same view, summary, reports and exit code.</summary>
internal sealed class RunFollower(ServerClient client, ReportFiles reports, bool json)
{
    /// <summary>Follows a run that this command has started: whenever it is stopped, so is the run.</summary>
    public async Task<int> OwnAsync(int runId, int suiteId, IReadOnlyList<Component> components, KnownFailureFilter known, CancellationToken ct)
    {
        try
        {
            var cases = await RemoteCases.LoadAsync(client, suiteId, ct);
            return await FollowAsync(runId, cases, components, known, cancelOnStop: true, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await RemoteRun.CancelAsync(client, runId);
            throw;
        }
    }

    /// <param name="components">What coverage is counted against; empty when the project is not at hand.</param>
    /// <param name="known">Forgives failures that the project has listed.</param>
    public async Task<int> FollowAsync(int runId, RemoteCases cases, IReadOnlyList<Component> components, KnownFailureFilter known, bool cancelOnStop, CancellationToken ct)
    {
        var console = CommandLine.Terminal(json ? Console.Error : null);
        var run = new RemoteRun(client, runId, cases);
        var summary = new CheckSummary(components);
        await using (var listeners = new Listeners([new RunProgress(console, live: !Console.IsOutputRedirected && !json), summary, .. ReportOption.Open(reports)]))
        {
            await run.FollowAsync(e => listeners.TellAsync(known.Apply(e), CancellationToken.None), cancelOnStop, ct);
        }
        if (json)
            await CheckJson.WriteAsync(summary, CancellationToken.None);
        else
            summary.Write(console);
        await ExplainAsync(run, console, ct);
        return summary.ExitCode;
    }

    /// <summary>A run without a verdict says why; one that failed can be looked at again.</summary>
    private static async Task ExplainAsync(RemoteRun run, IAnsiConsole console, CancellationToken ct)
    {
        if (!ct.IsCancellationRequested && await run.HeadAsync(ct) is { Status: "error", Message: { } message })
            console.WriteLine(PlainText.OneLine(message));
    }
}

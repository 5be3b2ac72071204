using Alicerce.Cli.Check;
using Alicerce.Cli.Project;
using Alicerce.Cli.Scan;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Packing;
using Alicerce.Cli.Server.Runs;
using Alicerce.Cli.Server.Wire;
using Spectre.Console;

namespace Alicerce.Cli.Server.Checks;

/// <summary>
/// One check through a server, top to bottom: pack the project → scan → generate → run → follow it live → judge as a check alone does.
/// </summary>
internal sealed class RemoteCheck(ServerClient client, CheckOptions options)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        RefuseWhatStaysHere();
        var console = CommandLine.Terminal(options.Json ? Console.Error : null);
        var folder = await ProjectFolder.OpenAsync(options.Directory, ct);
        var pack = ProjectPack.Of(folder, ct);
        var scan = folder.Scan(ct);
        var known = KnownFailureFilter.Read(folder, keys: null, _ => { });

        var target = new RemoteTarget(client, options, console);
        var project = await target.ProjectAsync(folder, ct);
        var environment = await target.EnvironmentAsync(project, folder, ct);
        RemoteScan.ShowPack(pack, client.Address, console);
        await RemoteScan.RunAsync(client, project, pack, ct);
        console.WriteLine(ScanTable.Totals(scan));

        var log = options.Json ? Console.Error : Console.Out;
        var suiteId = await new RemoteSuitePreparation(client, options, log).PrepareAsync(project, folder, environment.Name, ct);
        var run = (await TestCommand.StartAsync(client, suiteId, Input(folder, environment), ct)).Value;
        console.WriteLine($"Run {run.RunId} of '{project.Name}' in '{environment.Name}' → {environment.BaseUrl}");
        return await new RunFollower(client, options.Reports, options.Json).OwnAsync(run.RunId, suiteId, scan.Components, known, ct);
    }

    private RunInput Input(ProjectFolder folder, RemoteEnvironment environment) => new(
        environment.Id, "cli", options.Seed ?? folder.Config.Generate.Seed, options.Filter is { } filter ? [filter] : null, options.Tags.Count > 0 ? options.Tags : null,
        options.FailFast ? true : null, options.Parallel ?? folder.Config.Limits.Parallel, options.Rate ?? folder.Config.Limits.Rate);

    /// <summary>Options that speak of this machine mean nothing to a server; ignoring them would surprise.</summary>
    private void RefuseWhatStaysHere()
    {
        if (options.Secrets.Count > 0)
            throw new UserError("--secret is for a check without a server; give the secret to the server instead.");
        if (options.Datasources.Count > 0)
            throw new UserError("--datasource is for a check without a server; register it there with 'alicerce env datasource'.");
        if (options.Update)
            throw new UserError("--update is for a check without a server; 'alicerce suite export' writes a server's cases to a file.");
    }
}

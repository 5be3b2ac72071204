using System.CommandLine;
using Alicerce.Cli.Project;
using Alicerce.Cli.Server;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Packing;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Wire;
using Alicerce.Engine.Discovery;

namespace Alicerce.Cli.Scan;

/// <summary><c>alicerce scan DIR [--json]</c>: what discovery finds, offline; with <c>--server</c> the project is packed and scanned there.</summary>
internal static class ScanCommand
{
    private static readonly Argument<string> Directory = new("dir") { Description = "The project's folder.", DefaultValueFactory = _ => "." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON document on stdout." };

    private static readonly Option<string?> Server = new("--server") { Description = "Send the project to the Alicerce server at this address and scan it there.", HelpName = "url" };

    public static Command Create()
    {
        var command = new Command("scan", "List a project's components and findings, offline or on a server.") { Directory, Json, Server, ServerOptions.TokenFile, ServerOptions.Project };
        command.SetAction(async (parsed, ct) =>
        {
            var project = await ProjectFolder.OpenAsync(parsed.GetValue(Directory)!, ct);
            if (parsed.GetValue(Server) is { } server)
                return await ScanOnServerAsync(project, server, parsed, ct);
            var scan = project.Scan(ct);
            if (parsed.GetValue(Json))
                WriteJson(scan);
            else
                ScanTable.Write(CommandLine.Terminal(), scan);
            return CodeFor(scan.Findings.Any(finding => finding.Severity == FindingSeverity.Error));
        });
        return command;
    }

    private static async Task<int> ScanOnServerAsync(ProjectFolder folder, string server, ParseResult parsed, CancellationToken ct)
    {
        using var client = ServerOptions.Connect(server, parsed.GetValue(ServerOptions.TokenFile));
        var project = (await ProjectReference.RequireAsync(client, parsed.GetValue(ServerOptions.Project) ?? folder.Config.Name, ct)).Value;
        var pack = ProjectPack.Of(folder, ct);
        var json = parsed.GetValue(Json);
        RemoteScan.ShowPack(pack, client.Address, CommandLine.Terminal(json ? Console.Error : null));
        var answer = await RemoteScan.RunAsync(client, project, pack, ct);
        if (json)
            ServerOutput.Json(answer.Json);
        else
            ServerOutput.Line(Totals(answer.Value));
        return CodeFor(answer.Value.Findings.Any(finding => finding.Severity == "error"));
    }

    private static int CodeFor(bool hasError) => hasError ? ExitCodes.Failed : ExitCodes.Ok;

    private static string Totals(ScanAnswer scan) =>
        $"Total: {scan.Components.Count} components | {scan.Stats?.TotalActions ?? 0} actions | {scan.Stats?.TotalForms ?? 0} forms | {scan.Stats?.TotalQueries ?? 0} queries | "
        + $"{scan.Findings.Count} findings ({scan.Unchanged} unchanged, {scan.Removed?.Count ?? 0} removed)";

    private static void WriteJson(ScanResult scan)
    {
        using var stdout = Console.OpenStandardOutput();
        ScanJson.Write(scan, stdout);
    }
}

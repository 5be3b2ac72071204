using System.CommandLine;
using Alicerce.Cli.Project;
using Alicerce.Engine.Discovery;

namespace Alicerce.Cli.Scan;

/// <summary><c>alicerce scan DIR [--json]</c>: what discovery finds, offline.</summary>
internal static class ScanCommand
{
    private static readonly Argument<string> Directory = new("dir") { Description = "The project's folder.", DefaultValueFactory = _ => "." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON document on stdout." };

    public static Command Create()
    {
        var command = new Command("scan", "List a project's components and findings, offline.") { Directory, Json };
        command.SetAction(async (parsed, ct) =>
        {
            var project = await ProjectFolder.OpenAsync(parsed.GetValue(Directory)!, ct);
            var scan = project.Scan(ct);
            if (parsed.GetValue(Json))
                WriteJson(scan);
            else
                ScanTable.Write(CommandLine.Terminal(), scan);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void WriteJson(ScanResult scan)
    {
        using var stdout = Console.OpenStandardOutput();
        ScanJson.Write(scan, stdout);
    }
}

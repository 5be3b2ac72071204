using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Ports;

/// <summary><c>alicerce ports import FILE</c>: takes over the ports of a compose file.</summary>
internal static class ImportCommand
{
    private const int LargestFile = 512 * 1024;
    private static readonly Argument<FileInfo> File = new("file") { Description = "A compose file, such as docker-compose.yml." };
    private static readonly Option<bool> Preview = new("--preview") { Description = "Only show what would be taken over." };

    public static Command Create()
    {
        var command = new Command("import", "Take over the ports that a compose file publishes: exit code 1 when one of them is somebody else's.")
        {
            File, PortOptions.Host, ServerOptions.Project, OwnerScope.Environment, Preview,
        }.WithServer();
        command.SetServerAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var text = await ReadAsync(parsed.GetValue(File)!, ct);
        var (project, environment) = await OwnerScope.ReadAsync(parsed, client, ct);
        var input = new ImportInput(text, parsed.GetValue(PortOptions.Host)!, project, environment, parsed.GetValue(Preview));
        var answer = await client.SendAsync(HttpMethod.Post, "resources/ports/import", RequestContent.Json(input, ServerJson.Default.ImportInput), ServerJson.Default.ImportAnswer, ct);
        PortOptions.Show(parsed, answer, Show);
        return answer.Value.Ports.Any(port => port.Outcome == "conflict") ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken ct)
    {
        if (!file.Exists) throw new UserError($"There is no file {file.FullName}.");
        if (file.Length > LargestFile) throw new UserError($"{file.FullName} has {file.Length} bytes; a compose file of at most {LargestFile} is read.");
        try
        {
            return await System.IO.File.ReadAllTextAsync(file.FullName, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{file.FullName} cannot be read: {e.Message}");
        }
    }

    private static void Show(ImportAnswer answer)
    {
        if (answer.Ports.Count > 0)
            ServerOutput.Table(["Line", "Service", "Port", "In the container", "Image", "Type", "Outcome"], answer.Ports.Select(port => new[] { $"{port.Line}", port.ServiceName, $"{port.Port}", $"{port.ContainerPort}", port.Image, port.PortType, port.Message ?? port.Outcome }));
        else
            ServerOutput.Line("The file publishes no port of the host.");
        foreach (var port in answer.PassedOver) ServerOutput.Line($"  note: line {port.Line}, {port.Service} {port.Port}: {port.Why}");
    }
}

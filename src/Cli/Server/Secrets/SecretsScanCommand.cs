using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Engine.Discovery.Credentials;

namespace Alicerce.Cli.Server.Secrets;

/// <summary><c>alicerce secrets scan DIR|FILE</c>: credentials that stand in files in plain text; nothing leaves the machine.</summary>
internal static class SecretsScanCommand
{
    private static readonly Argument<string> Place = new("path") { Description = "The folder or the file to look through.", DefaultValueFactory = _ => "." };

    public static Command Create()
    {
        var scan = new Command("scan", "Find credentials that stand in files in plain text. Exit code 1 when there are some.") { Place, ServerOptions.Json };
        scan.SetAction((parsed, ct) => Task.FromResult(Scan(parsed, ct)));
        return scan;
    }

    private static int Scan(ParseResult parsed, CancellationToken ct)
    {
        var found = Find(parsed.GetValue(Place)!, ct);
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(System.Text.Json.JsonSerializer.SerializeToElement(found.Select(one => new Wire.FoundCredential(one.Path, one.Line, one.Kind, one.Name)).ToArray(), Wire.ServerJson.Default.FoundCredentialArray));
        }
        else
        {
            foreach (var one in found) ServerOutput.Line($"{one.Path}:{one.Line}: {one.Kind}{(one.Name is null ? "" : $" in '{one.Name}'")}");
            ServerOutput.Line(found.Count == 0 ? "No credential stands in a file in plain text." : $"{found.Count} found. Change each where it is valid, keep the new one with 'alicerce secrets set', and write ${{secret:KEY}} or a variable in the file.");
        }

        return found.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static List<FoundCredential> Find(string path, CancellationToken ct)
    {
        if (Directory.Exists(path)) return [.. CredentialScanner.Scan(path, ct)];
        if (!File.Exists(path)) throw new UserError($"'{path}' is no folder and no file.");
        try
        {
            return [.. CredentialScanner.ScanOne(path)];
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be looked through: {e.Message}.");
        }
    }
}

using System.CommandLine;

namespace Alicerce.Cli.Server.Connection;

/// <summary>The options that every command with a server has.</summary>
internal static class ServerOptions
{
    public static readonly Option<string?> Server = new("--server") { Description = "Address of the Alicerce server; ALICERCE_SERVER when it is not given.", HelpName = "url" };
    public static readonly Option<string?> TokenFile = new("--token-file") { Description = "File with the access token; else ALICERCE_TOKEN, else the admin's token of a server on this machine.", HelpName = "file" };
    public static readonly Option<bool> Json = new("--json") { Description = "The server's answer as one JSON document on stdout." };
    public static readonly Option<string?> Project = new("--project") { Description = "Name or id of the project.", HelpName = "project" };

    public static Command WithServer(this Command command)
    {
        command.Options.Add(Server);
        command.Options.Add(TokenFile);
        command.Options.Add(Json);
        return command;
    }

    /// <summary>Runs the action with a client that is closed afterwards.</summary>
    public static void SetServerAction(this Command command, Func<ParseResult, ServerClient, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, ct) =>
        {
            using var client = Connect(parsed.GetValue(Server), parsed.GetValue(TokenFile));
            return await action(parsed, client, ct);
        });

    public static ServerClient Connect(string? server, string? tokenFile)
    {
        var address = ServerAddress.Read(server, System.Environment.GetEnvironmentVariable);
        var token = ServerToken.Find(tokenFile, address, System.Environment.GetEnvironmentVariable);
        if (token is not null && address is { Scheme: "http", IsLoopback: false })
            Console.Error.WriteLine($"alicerce: the token goes to {address.Host} without encryption; use https:// where others can listen.");
        return new ServerClient(new ServerTransport(address, token, TimeProvider.System));
    }

    public static string RequireProject(this ParseResult parsed) =>
        parsed.GetValue(Project) ?? throw new UserError("Which project? Give --project with its name or id; 'alicerce project list' shows them.");
}

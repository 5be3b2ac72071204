using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Environments;

/// <summary><c>alicerce env datasource NAME</c>: registers a database that query cases may read, or changes it.</summary>
internal static class DatasourceCommand
{
    private const int PostgresPort = 5432;
    private static readonly Argument<string> Name = new("name") { Description = "As in the datasource attribute of a component." };
    private static readonly Option<string> Environment = new("--env") { Description = "Name or id of the environment.", Required = true };
    private static readonly Option<string> Address = new("--address") { Description = "postgresql://user@host:port/database, without a password.", Required = true, HelpName = "url" };
    private static readonly Option<string?> SecretName = new("--secret-name") { Description = "The server's secret that holds the password." };

    public static Command Create()
    {
        var command = new Command("datasource", "Register a database that query cases may read.") { Name, Environment, ServerOptions.Project, Address, SecretName }.WithServer();
        command.SetServerAction(SetAsync);
        return command;
    }

    public static string Text(RemoteDatasource source) =>
        $"  datasource {source.Name}: {source.Driver}://{source.Username}@{source.Host}:{source.Port}/{source.Database}{(source.SecretName is { } secret ? $" (password: secret {secret})" : "")}";

    private static async Task<int> SetAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var input = Read(parsed);
        var project = (await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct)).Value;
        var environment = (await EnvironmentReference.RequireAsync(client, project, parsed.GetValue(Environment)!, ct)).Value;
        var answer = await SetAsync(client, environment, input, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(answer.Json);
        else
            ServerOutput.Line(Text(answer.Value));
        return ExitCodes.Ok;
    }

    private static async Task<ServerAnswer<RemoteDatasource>> SetAsync(ServerClient client, RemoteEnvironment environment, DatasourceInput input, CancellationToken ct)
    {
        var path = $"environments/{environment.Id}/datasources";
        var content = RequestContent.Json(input, ServerJson.Default.DatasourceInput);
        await foreach (var source in client.ListAsync(path, ServerJson.Default.RemoteDatasource, ct))
        {
            if (source.Value.Name == input.Name)
                return await client.SendAsync(HttpMethod.Put, $"datasources/{source.Value.Id}", content, ServerJson.Default.RemoteDatasource, ct);
        }
        return await client.SendAsync(HttpMethod.Post, path, content, ServerJson.Default.RemoteDatasource, ct);
    }

    private static DatasourceInput Read(ParseResult parsed)
    {
        var text = parsed.GetValue(Address)!;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.AbsolutePath.Length < 2 || url.UserInfo.Length == 0)
            throw new UserError("--address must have the form postgresql://user@host:port/database.");
        if (url.UserInfo.Contains(':', StringComparison.Ordinal))
            throw new UserError("--address must not hold a password, which every process of this machine could read. Store it as a secret of the server and give --secret-name.");
        return new DatasourceInput(
            parsed.GetValue(Name)!, url.Scheme, url.IdnHost, url.Port > 0 ? url.Port : PostgresPort, Uri.UnescapeDataString(url.AbsolutePath[1..]),
            Uri.UnescapeDataString(url.UserInfo), parsed.GetValue(SecretName));
    }
}

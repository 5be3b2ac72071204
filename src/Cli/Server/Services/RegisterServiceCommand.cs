using System.CommandLine;
using System.Text.Json;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Ports;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Services;

/// <summary><c>alicerce services register NAME</c>: makes a service known, or says again what is known of it.</summary>
internal static class RegisterServiceCommand
{
    private static readonly Option<string> Host = new("--host") { Description = "Name or address of the machine, without port.", Required = true, HelpName = "host" };
    private static readonly Option<int> Port = new("--port") { CustomParser = Numbers.RequiredPort, Description = "1 to 65535.", Required = true };
    private static readonly Option<string?> Type = new("--type") { Description = "app, database, cache, queue or gateway; app when it is not given.", HelpName = "type" };
    private static readonly Option<string?> Protocol = new("--protocol") { Description = "http, https, tcp or grpc; tcp for databases, caches and queues, else http.", HelpName = "protocol" };
    private static readonly Option<string?> Endpoint = new("--health") { Description = "A path for http and https (/health), a service for grpc, nothing for tcp.", HelpName = "endpoint" };
    private static readonly Option<int?> Interval = new("--interval") { CustomParser = Numbers.Whole(5, 86_400), Description = "Seconds between two looks; 30 when it is not given.", HelpName = "seconds" };
    private static readonly Option<int?> Ttl = new("--heartbeat-ttl") { CustomParser = Numbers.Whole(5, 86_400), Description = "Seconds after a heartbeat in which it is not looked at.", HelpName = "seconds" };
    private static readonly Option<string[]> DependsOn = new("--depends-on") { Description = "Name of a service that it cannot work without; may be repeated.", HelpName = "service" };
    private static readonly Option<string?> Metadata = new("--metadata") { Description = "A JSON object to keep with it.", HelpName = "json" };

    public static Command Create()
    {
        var command = new Command("register", "Make a service known; the same name, host and port again changes it.")
        {
            ServicesCommand.Name, Host, Port, Type, Protocol, Endpoint, Interval, Ttl, DependsOn, Metadata, ServerOptions.Project, OwnerScope.Environment,
        }.WithServer();
        command.SetServerAction(RegisterAsync);
        return command;
    }

    private static async Task<int> RegisterAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var metadata = ReadMetadata(parsed.GetValue(Metadata));
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var input = new ServiceInput(
            parsed.GetValue(ServicesCommand.Name)!, parsed.GetValue(Host)!, parsed.GetValue(Port), parsed.GetValue(Type), parsed.GetValue(Protocol), parsed.GetValue(Endpoint), parsed.GetValue(Interval),
            parsed.GetValue(Ttl), scope.ProjectId, scope.EnvironmentId, parsed.GetValue(DependsOn) is { Length: > 0 } names ? names : null, metadata);
        var answer = await client.SendAsync(HttpMethod.Post, "resources/services", RequestContent.Json(input, ServerJson.Default.ServiceInput), ServerJson.Default.RemoteService, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(answer.Json);
        else
            ServerOutput.Line($"Registered {answer.Value.Name} at {answer.Value.Url}; it is looked at now.");
        if (!parsed.GetValue(ServerOptions.Json)) PortOptions.Warn(answer.Value.Warnings ?? []);
        return ExitCodes.Ok;
    }

    private static JsonElement? ReadMetadata(string? text)
    {
        if (text is null) return null;
        try
        {
            if (JsonElement.Parse(text) is { ValueKind: JsonValueKind.Object } metadata) return metadata;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new UserError("--metadata must be a JSON object, like '{\"version\": \"1.0\"}'.");
    }
}

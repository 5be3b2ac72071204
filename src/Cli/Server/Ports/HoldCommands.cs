using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Ports;

/// <summary><c>alicerce ports allocate|release|reserve</c>.</summary>
internal static class HoldCommands
{
    private static readonly Argument<string?> ReleasedService = new("service") { Description = "Whose port it is; or give --port.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Type = new("--type") { Description = "app, database, cache, web, queue, a range of your own, or custom with --prefer.", DefaultValueFactory = _ => "app" };
    private static readonly Option<int?> Prefer = new("--prefer") { CustomParser = Numbers.Port, Description = "The port to try first.", HelpName = "port" };
    private static readonly Option<int?> OnePort = new("--port") { CustomParser = Numbers.Port, Description = "The port to release, such as one that is reserved for nobody.", HelpName = "port" };
    private static readonly Option<string?> ReleasedAddress = new("--bind") { Description = "Which one is meant, when several hold the port on addresses of their own.", HelpName = "address" };
    private static readonly Option<string?> ForService = new("--service") { Description = "For whom it is kept." };
    private static readonly Option<string?> ReservedType = new("--type") { Description = "Its port type; the one whose range it lies in when it is not given." };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, such as production-only." };
    private static readonly Option<DateTimeOffset?> Until = new("--until") { Description = "Then it is free again, like 2026-12-31T00:00Z.", HelpName = "time" };

    public static Command Allocate()
    {
        var command = new Command("allocate", "Give a service a port: the one that it has, the preferred one, or the first free one of the type's range.")
        {
            PortOptions.Service, PortOptions.Host, Type, Prefer, PortOptions.BindAddress, ServerOptions.Project, OwnerScope.Environment,
        }.WithServer();
        command.SetServerAction(AllocateAsync);
        return command;
    }

    public static Command Release()
    {
        var command = new Command("release", "Give a port back.") { ReleasedService, PortOptions.Host, OnePort, ReleasedAddress }.WithServer();
        command.SetServerAction(ReleaseAsync);
        return command;
    }

    public static Command Reserve()
    {
        var command = new Command("reserve", "Keep a port from being given; --host '*' keeps it on every host.")
        {
            PortOptions.Port, PortOptions.Host, Reason, ForService, ReservedType, Until, PortOptions.BindAddress, ServerOptions.Project, OwnerScope.Environment,
        }.WithServer();
        command.SetServerAction(ReserveAsync);
        return command;
    }

    private static async Task<int> AllocateAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var (project, environment) = await OwnerScope.ReadAsync(parsed, client, ct);
        var input = new AllocateInput(
            parsed.GetValue(PortOptions.Service)!, parsed.GetValue(Type)!, parsed.GetValue(PortOptions.Host)!, project, environment, parsed.GetValue(Prefer), parsed.GetValue(PortOptions.BindAddress));
        var content = RequestContent.Json(input, ServerJson.Default.AllocateInput);
        var answer = await client.SendAsync(HttpMethod.Post, "resources/ports/allocate", content, ServerJson.Default.AllocateAnswer, ct);
        return PortOptions.Show(parsed, answer, port =>
        {
            ServerOutput.Line($"{port.Service} {(port.IsNew ? "got" : "has")} port {port.Port} on {port.Host}.");
            PortOptions.Warn(port.Warnings);
        });
    }

    private static async Task<int> ReleaseAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var input = new ReleaseInput(parsed.GetValue(ReleasedService), parsed.GetValue(OnePort), parsed.GetValue(PortOptions.Host)!, parsed.GetValue(ReleasedAddress));
        if (input is { ServiceName: null, Port: null }) throw new UserError("Which port? Give the name of its service, or --port.");
        var answer = await client.SendAsync(HttpMethod.Post, "resources/ports/release", RequestContent.Json(input, ServerJson.Default.ReleaseInput), ServerJson.Default.ReleaseAnswer, ct);
        return PortOptions.Show(parsed, answer, port => ServerOutput.Line($"Released {(port.Ports is { Count: > 1 } all ? $"ports {string.Join(", ", all)}" : $"port {port.Port}")} on {port.Host}{(port.Service is { } service ? $", which {service} had" : "")}."));
    }

    private static async Task<int> ReserveAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var (project, environment) = await OwnerScope.ReadAsync(parsed, client, ct);
        var input = new ReserveInput(
            parsed.GetValue(PortOptions.Port), parsed.GetValue(PortOptions.Host)!, parsed.GetValue(Reason), parsed.GetValue(ForService), project, environment, parsed.GetValue(PortOptions.BindAddress),
            parsed.GetValue(Until), parsed.GetValue(ReservedType));
        var answer = await client.SendAsync(HttpMethod.Post, "resources/ports/reserve", RequestContent.Json(input, ServerJson.Default.ReserveInput), ServerJson.Default.ReserveAnswer, ct);
        return PortOptions.Show(parsed, answer, port =>
        {
            ServerOutput.Line($"Port {port.Port} on {port.Host} is reserved{(port.Service is { } service ? $" for {service}" : "")}.");
            PortOptions.Warn(port.Warnings);
        });
    }
}

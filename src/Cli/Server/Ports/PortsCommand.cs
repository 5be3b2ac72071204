using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Ports;

/// <summary><c>alicerce ports</c>: who has which port of which host.</summary>
internal static class PortsCommand
{
    private static readonly Option<string?> OneHost = new("--host") { Description = "Only this host." };
    private static readonly Option<string?> Type = new("--type") { Description = "Only this port type, such as app or database." };
    private static readonly Option<string?> Status = new("--status") { Description = "Only allocated, reserved or released ones." };
    private static readonly Option<bool> All = new("--all") { Description = "Released ones too." };

    public static Command Create()
    {
        var list = new Command("list", "List who holds which port.") { OneHost, ServerOptions.Project, OwnerScope.Environment, Type, Status, All }.WithServer();
        list.SetServerAction(ListAsync);
        var get = new Command("get", "Print the port of a service, and nothing else.") { PortOptions.Service, PortOptions.Host }.WithServer();
        get.SetServerAction(GetAsync);
        var check = new Command("check", "Could this port be had? Exit code 0 when it could, 1 when somebody has it.") { PortOptions.Port, PortOptions.Host }.WithServer();
        check.SetServerAction(CheckAsync);
        var drift = new Command("drift", "Compare the list with what listens on the server's own machine and with registered services: exit code 1 when they differ.").WithServer();
        drift.SetServerAction(DriftAsync);
        return new Command("ports", "Ports of hosts on an Alicerce server.")
        {
            HoldCommands.Allocate(), HoldCommands.Release(), HoldCommands.Reserve(), get, list, check, HistoryCommand.Create(), RangeCommands.List(), RangeCommands.Set(), ImportCommand.Create(), drift, HostsCommand.Create(),
        };
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var query = scope.Query(("host", parsed.GetValue(OneHost)), ("port_type", parsed.GetValue(Type)), ("status", parsed.GetValue(Status)), ("include_released", parsed.GetValue(All) ? "true" : null));
        var ports = await client.ListAsync($"resources/ports?{query}", ServerJson.Default.RemotePort, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(ports.Select(port => port.Json));
        else
            ServerOutput.Table(["Host", "Port", "Service", "Type", "Status", "Reason"], ports.Select(port => port.Value).Select(RowOf));
        return ExitCodes.Ok;
    }

    private static string?[] RowOf(RemotePort port) =>
    [
        port.Host, port.BindAddress == "*" ? $"{port.Port}" : $"{port.Port} on {port.BindAddress}", port.Label, port.PortType, port.Status,
        port.ReservedUntil is { } until ? $"{port.ReservedReason} until {until.UtcDateTime:yyyy-MM-dd HH:mm'Z'}".Trim() : port.ReservedReason,
    ];

    private static async Task<int> GetAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var path = $"resources/ports/services/{Uri.EscapeDataString(parsed.GetValue(PortOptions.Service)!)}?host={Uri.EscapeDataString(parsed.GetValue(PortOptions.Host)!)}";
        return PortOptions.Show(parsed, await client.GetAsync(path, ServerJson.Default.RemotePort, ct), port => ServerOutput.Line($"{port.Port}"));
    }

    private static async Task<int> CheckAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var path = $"resources/ports/check/{parsed.GetValue(PortOptions.Port)}?host={Uri.EscapeDataString(parsed.GetValue(PortOptions.Host)!)}";
        var check = await client.GetAsync(path, ServerJson.Default.PortCheck, ct);
        PortOptions.Show(parsed, check, Show);
        return check.Value.Available ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static void Show(PortCheck check)
    {
        var process = check.Process is { } by ? $" by {by.Name} (process {by.Pid})" : "";
        if (check.Available) ServerOutput.Line($"Port {check.Port} on {check.Host} is free.");
        else if (check.Holder is { } holder) ServerOutput.Line($"Port {check.Port} on {check.Host} is {check.Reason} by {holder.Text}{(process.Length > 0 ? $", and in use{process}" : "")}.");
        else ServerOutput.Line($"Port {check.Port} on {check.Host} is in use{process}, and nobody was given it.");
        if (!check.Available && check.NextFree is { } next) ServerOutput.Line($"  the next free one is {next}");
        PortOptions.Warn(check.Warnings);
    }

    private static async Task<int> DriftAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var drift = await client.GetAsync("resources/ports/drift", ServerJson.Default.DriftAnswer, ct);
        PortOptions.Show(parsed, drift, answer =>
        {
            string?[][] rows =
            [
                .. answer.Closed.Select(port => new[] { $"{port.Port}", "allocated, but closed", port.ServiceName }),
                .. answer.Unknown.Select(port => new[] { $"{port.Port}", "open, but unknown", port.Process is { } by ? $"{by.Name} ({by.Pid})" : null }),
                .. (answer.Disagreements ?? []).Select(service => new[] { $"{service.RegisteredPort}", $"registered on {service.Host}, but allocated as {string.Join(", ", service.AllocatedPorts)}", service.ServiceName }),
            ];
            if (rows.Length == 0) ServerOutput.Line("What is allocated on the server's machine and what listens there is the same, and registered services agree.");
            else ServerOutput.Table(["Port", "What", "Service or process"], rows);
            if (answer.Own is { Count: > 0 } own) ServerOutput.Line($"  note: Alicerce itself, or its PostgreSQL or Redis, listens on {string.Join(", ", own)}.");
            if (!answer.IsComplete) ServerOutput.Line("  note: only the first 500 of each are shown.");
        });
        return drift.Value is { Closed.Count: 0, Unknown.Count: 0, Disagreements: null or { Count: 0 } } ? ExitCodes.Ok : ExitCodes.Failed;
    }
}

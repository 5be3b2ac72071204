using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Ports;

/// <summary><c>alicerce ports history PORT</c>.</summary>
internal static class HistoryCommand
{
    public static Command Create()
    {
        var command = new Command("history", "Who held a port of a host, the newest first.") { PortOptions.Port, PortOptions.Host }.WithServer();
        command.SetServerAction(ShowAsync);
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var path = $"resources/ports/history/{parsed.GetValue(PortOptions.Port)}?host={Uri.EscapeDataString(parsed.GetValue(PortOptions.Host)!)}";
        var rows = await client.ListAsync(path, ServerJson.Default.RemotePort, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(rows.Select(row => row.Json));
        else ServerOutput.Table(["From", "Until", "Service", "Type", "Status"], rows.Select(row => row.Value).Select(row => new[] { Time(row.AllocatedAt), Time(row.ReleasedAt), row.Label, row.PortType, row.Status }));
        return ExitCodes.Ok;
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}

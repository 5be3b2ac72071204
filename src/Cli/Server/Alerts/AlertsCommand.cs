using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Alerts;

/// <summary><c>alicerce alerts list</c>: what is wrong with the server and its services; for admins of the house.</summary>
internal static class AlertsCommand
{
    private static readonly Option<string?> State = new("--state") { Description = "Only firing or resolved ones.", HelpName = "state" };
    private static readonly Option<int> Limit = new("--limit") { CustomParser = result => Numbers.Whole(1, 10_000)(result) ?? 0, Description = "How many.", DefaultValueFactory = _ => 50 };

    public static Command Create()
    {
        var list = new Command("list", "List alerts that fire or fired lately, the newest first: exit code 1 when one fires.") { State, Limit }.WithServer();
        list.SetServerAction(ListAsync);
        return new Command("alerts", "Alerts of an Alicerce server; for admins of the house.") { list };
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var path = parsed.GetValue(State) is { } state ? $"alerts?state={Uri.EscapeDataString(state)}" : "alerts?";
        var alerts = await client.ListByCursorAsync(path, ServerJson.Default.RemoteAlert, ct).Take(parsed.GetValue(Limit)).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(alerts.Select(alert => alert.Json));
        else if (alerts.Count == 0)
            ServerOutput.Line("No alert fires, and none fired lately.");
        else
            ServerOutput.Table(["Since", "State", "Severity", "Alert"], alerts.Select(alert => alert.Value).Select(alert => new[] { Time(alert.Since), alert.State, alert.Severidade, alert.Mensagem }));
        return alerts.Exists(alert => alert.Value.State == "firing") ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

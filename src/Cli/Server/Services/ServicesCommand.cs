using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Services;

/// <summary><c>alicerce services register|list|discover|show|deregister|heartbeat|check</c>: which services run where, and how they are.</summary>
internal static class ServicesCommand
{
    public static readonly Argument<string> Name = new("name") { Description = "Of the service, like shop-api." };
    private static readonly Argument<string?> Wanted = new("name") { Description = "Of the service; or give --type.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Type = new("--type") { Description = "app, database, cache, queue or gateway.", HelpName = "type" };
    private static readonly Option<string?> Status = new("--status") { Description = "healthy, degraded, unhealthy or unknown.", HelpName = "status" };
    private static readonly Option<bool> All = new("--all") { Description = "Show what is unhealthy too." };
    private static readonly Option<string?> Host = new("--host") { Description = "Only the instances on this host.", HelpName = "host" };
    private static readonly Option<int?> Port = new("--port") { CustomParser = Numbers.Port, Description = "Only the instances at this port." };
    private static readonly Option<string> BeatingHost = new("--host") { Description = "As it was registered.", Required = true, HelpName = "host" };
    private static readonly Option<int> BeatingPort = new("--port") { CustomParser = Numbers.RequiredPort, Description = "As it was registered.", Required = true };

    public static Command Create()
    {
        var list = new Command("list", "List services and how they are.") { Type, Status, ServerOptions.Project, OwnerScope.Environment }.WithServer();
        list.SetServerAction(ListAsync);
        var discover = new Command("discover", "Where a service is, the nearest and healthiest first: exit code 1 when there is none.") { Wanted, Type, All, ServerOptions.Project, OwnerScope.Environment }.WithServer();
        discover.SetServerAction(DiscoverAsync);
        var show = new Command("show", "Show a service with its latest looks and its uptime.") { Name, ServerOptions.Project, OwnerScope.Environment }.WithServer();
        show.SetServerAction(ShowAsync);
        var deregister = new Command("deregister", "Forget the instances of a service: exit code 1 when there is none.") { Name, Host, Port, ServerOptions.Project, OwnerScope.Environment }.WithServer();
        deregister.SetServerAction(DeregisterAsync);
        var heartbeat = new Command("heartbeat", "Say that a service lives.") { Name, BeatingHost, BeatingPort, ServerOptions.Project, OwnerScope.Environment }.WithServer();
        heartbeat.SetServerAction(HeartbeatAsync);
        var check = new Command("check", "Look at services now: exit code 1 when one is unhealthy.") { Type, ServerOptions.Project, OwnerScope.Environment }.WithServer();
        check.SetServerAction(CheckAsync);
        return new Command("services", "Which services run where, and how they are.") { RegisterServiceCommand.Create(), list, discover, show, deregister, heartbeat, check };
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var path = $"resources/services?{scope.Query(("service_type", parsed.GetValue(Type)), ("status", parsed.GetValue(Status)))}";
        var services = await client.ListAsync(path, ServerJson.Default.RemoteService, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(services.Select(service => service.Json));
        else
            ServerOutput.Table(["Id", "Name", "Type", "Address", "Status", "Latency", "Reason"], services.Select(s => s.Value).Select(s => new[]
            {
                $"{s.Id}", s.Name, s.ServiceType, s.Url, StatusText(s.HealthStatus, s.OwnHealthStatus), Milliseconds(s.LatencyMs), s.Reason,
            }));
        return ExitCodes.Ok;
    }

    private static async Task<int> DiscoverAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var query = scope.Query(("name", parsed.GetValue(Wanted)), ("type", parsed.GetValue(Type)), ("healthy_only", parsed.GetValue(All) ? "false" : null));
        var found = await client.GetAsync($"resources/services/discover?{query}", ServerJson.Default.IReadOnlyListDiscoveredService, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(found.Json);
        else
            ServerOutput.Table(["Name", "Host", "Port", "Address", "Status", "Latency", "Reason"], found.Value.Select(s => new[]
            {
                s.Name, s.Host, s.Port.ToString(CultureInfo.InvariantCulture), s.Url, StatusText(s.HealthStatus, s.OwnHealthStatus), Milliseconds(s.LatencyMs), s.Reason,
            }));
        return found.Value.Count > 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var name = parsed.GetValue(Name)!;
        var named = await client.ListAsync($"resources/services?{scope.Query(("name", name))}", ServerJson.Default.RemoteService, ct).ToListAsync(ct);
        if (named.Count == 0) throw new UserError($"There is no service '{name}' here; 'alicerce services list' shows what there is.");
        var details = new List<ServerAnswer<ServiceDetails>>();
        foreach (var service in named) details.Add(await client.GetAsync($"resources/services/{service.Value.Id}", ServerJson.Default.ServiceDetails, ct));
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(details.Select(one => one.Json));
        else
            details.ForEach(one => Show(one.Value));
        return ExitCodes.Ok;
    }

    private static void Show(ServiceDetails details)
    {
        var service = details.Service;
        ServerOutput.Line($"{service.Id}  {service.Name}  {service.Url}  {StatusText(service.HealthStatus, service.OwnHealthStatus)}{(service.Reason is { } reason ? $": {reason}" : "")}");
        ServerOutput.Line($"  up {details.Uptime?.ToString("0.##", CultureInfo.InvariantCulture) ?? "–"} % of {details.Looks} looks in 24 hours, {Milliseconds(details.AverageLatencyMs)} on average");
        foreach (var look in details.History.Take(10))
            ServerOutput.Line($"  {look.CheckedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}  {(look.Succeeded ? $"well, {Milliseconds(look.LatencyMs)}" : look.Error ?? "failed")}");
    }

    private static async Task<int> DeregisterAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var reference = new ServiceReference(parsed.GetValue(Name)!, scope.ProjectId, scope.EnvironmentId, parsed.GetValue(Host), parsed.GetValue(Port));
        var answer = await client.SendAsync(HttpMethod.Post, "resources/services/deregister", RequestContent.Json(reference, ServerJson.Default.ServiceReference), ServerJson.Default.DeregisterAnswer, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(answer.Json);
        else
            ServerOutput.Line(answer.Value.Success ? $"Forgot {reference.Name} ({answer.Value.Removed})." : $"There was no service '{reference.Name}' here.");
        return answer.Value.Success ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task<int> HeartbeatAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var reference = new ServiceReference(parsed.GetValue(Name)!, scope.ProjectId, scope.EnvironmentId, parsed.GetValue(BeatingHost), parsed.GetValue(BeatingPort));
        var answer = await client.SendAsync(HttpMethod.Post, "resources/services/heartbeat", RequestContent.Json(reference, ServerJson.Default.ServiceReference), ServerJson.Default.HeartbeatAnswer, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(answer.Json);
        else
            ServerOutput.Line($"Heard of {answer.Value.Service}; the next heartbeat is to come before {answer.Value.NextBefore.UtcDateTime.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture)}.");
        return ExitCodes.Ok;
    }

    private static async Task<int> CheckAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var scope = await OwnerScope.ReadAsync(parsed, client, ct);
        var path = $"resources/services/health-check?{scope.Query(("service_type", parsed.GetValue(Type)))}";
        var results = await client.SendAsync(HttpMethod.Post, path, RequestContent.Empty, ServerJson.Default.SortedDictionaryStringServiceCheckResult, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(results.Json);
        else
            ServerOutput.Table(["Service", "Address", "Status", "Latency", "Reason"], results.Value.Select(r => new[] { r.Key, r.Value.Url, r.Value.Status, Milliseconds(r.Value.LatencyMs), r.Value.Reason }));
        return results.Value.Values.Any(result => result.Status == "unhealthy") ? ExitCodes.Failed : ExitCodes.Ok;
    }

    /// <summary>With what it depends on, and what looks at it found where that is something else.</summary>
    private static string StatusText(string status, string? own) => own is null || own == status ? status : $"{status} (itself {own})";

    private static string Milliseconds(double? latency) => latency is { } known ? $"{known.ToString("0.#", CultureInfo.InvariantCulture)} ms" : "–";
}

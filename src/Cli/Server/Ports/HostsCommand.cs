using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Ports;

/// <summary><c>alicerce ports hosts [ALIAS HOST]</c>: the other names of machines.</summary>
internal static class HostsCommand
{
    private static readonly Argument<string?> Alias = new("alias") { Description = "Another name or address of a host; without it, all of them are listed.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string?> Host = new("host") { Description = "The host that it is.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Remove = new("--remove") { Description = "Forget this other name; its ports stay with the host." };

    public static Command Create()
    {
        var command = new Command("hosts", "List, set or forget other names of hosts, which share one set of ports.") { Alias, Host, Remove }.WithServer();
        command.SetServerAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, ServerClient client, CancellationToken ct) => (parsed.GetValue(Alias), parsed.GetValue(Host), parsed.GetValue(Remove)) switch
    {
        (null, _, _) => ListAsync(parsed, client, ct),
        ({ } alias, null, true) => ForgetAsync(alias, client, ct),
        ({ } alias, { } host, false) => SetAsync(alias, host, parsed, client, ct),
        _ => throw new UserError("Give an alias and its host to set it, or an alias and --remove to forget it."),
    };

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var aliases = await client.ListAsync("resources/hosts", ServerJson.Default.RemoteHostAlias, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(aliases.Select(alias => alias.Json));
        else ServerOutput.Table(["Host", "Also called"], aliases.Select(alias => new[] { alias.Value.Host, alias.Value.Alias }));
        return ExitCodes.Ok;
    }

    private static async Task<int> SetAsync(string alias, string host, ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var content = RequestContent.Json(new HostInput(host), ServerJson.Default.HostInput);
        var answer = await client.SendAsync(HttpMethod.Put, $"resources/hosts/{Uri.EscapeDataString(alias)}", content, ServerJson.Default.RemoteHostAlias, ct);
        return PortOptions.Show(parsed, answer, set => ServerOutput.Line($"{set.Alias} is {set.Host}."));
    }

    private static async Task<int> ForgetAsync(string alias, ServerClient client, CancellationToken ct)
    {
        await client.SendAsync(HttpMethod.Delete, $"resources/hosts/{Uri.EscapeDataString(alias)}", null, ct);
        ServerOutput.Line($"{alias} is a host of its own again.");
        return ExitCodes.Ok;
    }
}

using System.CommandLine;
using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Ports;

/// <summary><c>alicerce ports ranges|set-range</c>.</summary>
internal static class RangeCommands
{
    private static readonly Argument<string> Name = new("type") { Description = "The port type, such as app, or a new one." };
    private static readonly Argument<string> Ports = new("ports") { Description = "First and last port, such as 8000-8999." };
    private static readonly Option<string?> OneHost = new("--host") { Description = "The ranges that count for this host." };
    private static readonly Option<string> ForHost = new("--host") { Description = "Only for this host; all hosts when left out.", DefaultValueFactory = _ => "*" };
    private static readonly Option<string?> Description = new("--description") { Description = "What the type is." };
    private static readonly Option<bool> Remove = new("--remove") { Description = "Removes the range, such as a host's own, so that the one of all hosts counts again." };

    public static Command List()
    {
        var command = new Command("ranges", "List from where ports of a type are given, and how full it is.") { OneHost }.WithServer();
        command.SetServerAction(ListAsync);
        return command;
    }

    public static Command Set()
    {
        Ports.Arity = ArgumentArity.ZeroOrOne;
        var command = new Command("set-range", "Set or remove the range of a port type; only admins of the house.") { Name, Ports, ForHost, Description, Remove }.WithServer();
        command.SetServerAction(SetAsync);
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var path = parsed.GetValue(OneHost) is { } host ? $"resources/ports/ranges?host={Uri.EscapeDataString(host)}" : "resources/ports/ranges";
        var answer = await client.GetAsync(path, ServerJson.Default.IReadOnlyListRemoteRange, ct);
        return PortOptions.Show(parsed, answer, ranges => ServerOutput.Table(
            ["Type", "Ports", "Host", "Used", "Free", "Description"],
            ranges.Select(range => new[] { range.Name, $"{range.Start}-{range.End}", range.Host, $"{range.Used}", $"{range.Free} of {range.Size}", range.Description })));
    }

    private static async Task<int> SetAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var (name, host) = (parsed.GetValue(Name)!, parsed.GetValue(ForHost)!);
        if (parsed.GetValue(Remove))
        {
            await client.SendAsync(HttpMethod.Delete, $"resources/ports/ranges/{Uri.EscapeDataString(name)}?host={Uri.EscapeDataString(host)}", null, ct);
            ServerOutput.Line($"Removed the range of {name} on {host}.");
            return ExitCodes.Ok;
        }

        var (start, end) = SpanOf(parsed.GetValue(Ports));
        var content = RequestContent.Json(new RangeInput(start, end, host, parsed.GetValue(Description)), ServerJson.Default.RangeInput);
        var answer = await client.SendAsync(HttpMethod.Put, $"resources/ports/ranges/{Uri.EscapeDataString(name)}", content, ServerJson.Default.RemoteRange, ct);
        return PortOptions.Show(parsed, answer, range => ServerOutput.Line($"{range.Name} ports of {(range.Host == "*" ? "all hosts" : range.Host)} come from {range.Start}-{range.End}; {range.Used} are in use."));
    }

    private static (int Start, int End) SpanOf(string? text)
    {
        if (text?.Split('-') is [var first, var last]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var end))
            return (start, end);
        throw new UserError("The ports of a range are written as first and last, such as 8000-8999.");
    }
}

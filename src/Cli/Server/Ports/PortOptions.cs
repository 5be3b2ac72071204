using System.CommandLine;
using Alicerce.Cli.Server.Connection;

namespace Alicerce.Cli.Server.Ports;

/// <summary>What several commands of ports say: on which host, and on which address of it.</summary>
internal static class PortOptions
{
    public static readonly Argument<string> Service = new("service") { Description = "Name of the service, such as shop-web." };
    public static readonly Argument<int> Port = new("port") { CustomParser = Numbers.RequiredPort, Description = "1 to 65535." };
    public static readonly Option<string> Host = new("--host") { Description = "Host name or address.", DefaultValueFactory = _ => "localhost" };
    public static readonly Option<string?> BindAddress = new("--bind") { Description = "The address that the service listens on; all addresses of the host when left out.", HelpName = "address" };

    /// <summary>The server's answer for programs, or the lines for people.</summary>
    public static int Show<T>(ParseResult parsed, ServerAnswer<T> answer, Action<T> show)
    {
        if (parsed.GetValue(ServerOptions.Json)) ServerOutput.Json(answer.Json);
        else show(answer.Value);
        return ExitCodes.Ok;
    }

    public static void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings) ServerOutput.Line($"  note: {warning}");
    }
}

using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Projects;

namespace Alicerce.Cli.Server.Ports;

/// <summary>What several commands of ports say: on which host, and whose.</summary>
internal static class PortOptions
{
    public static readonly Argument<string> Service = new("service") { Description = "Name of the service, such as shop-web." };
    public static readonly Argument<int> Port = new("port") { Description = "1 to 65535." };
    public static readonly Option<string> Host = new("--host") { Description = "Host name or address.", DefaultValueFactory = _ => "localhost" };
    public static readonly Option<string?> Environment = new("--env") { Description = "Name or id of the environment; needs --project." };
    public static readonly Option<string?> BindAddress = new("--bind") { Description = "The address that the service listens on; all addresses of the host when left out.", HelpName = "address" };

    /// <summary>The ids behind <c>--project</c> and <c>--env</c>.</summary>
    public static async Task<(int? Project, int? Environment)> OwnerAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        if (parsed.GetValue(ServerOptions.Project) is not { } reference)
            return parsed.GetValue(Environment) is null ? (null, null) : throw new UserError("An environment belongs to a project: give --project too.");
        var project = (await ProjectReference.RequireAsync(client, reference, ct)).Value;
        return parsed.GetValue(Environment) is { } environment ? (project.Id, (await EnvironmentReference.RequireAsync(client, project, environment, ct)).Value.Id) : (project.Id, null);
    }

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

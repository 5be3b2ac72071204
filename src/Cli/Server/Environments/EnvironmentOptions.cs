using System.CommandLine;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Environments;

/// <summary>What <c>env create</c> and <c>env set</c> say about an environment.</summary>
internal static class EnvironmentOptions
{
    private static readonly Option<string?> BaseUrl = new("--base-url") { Description = "Where the application runs, e.g. http://localhost:5080.", HelpName = "url" };
    private static readonly Option<string?> DockerHost = new("--docker-host") { Description = "The machine that it runs on, as in the list of ports.", HelpName = "host" };
    private static readonly Option<int?> Port = new("--port") { CustomParser = Numbers.Port, Description = "Its port there; a new environment is given one when none is named." };
    private static readonly Option<bool?> Protected = new("--protected") { Description = "true: nothing that changes state is sent there." };
    private static readonly Option<bool?> SelfTest = new("--self-test") { Description = "true: runs may reach the Alicerce server itself." };
    private static readonly Option<string[]> Variables = new("--variable") { Description = "NAME=VALUE for {{NAME}} in cases; may be repeated. NAME= removes it.", HelpName = "name=value" };
    private static readonly Option<string[]> ApprovedHosts = new("--approved-host") { Description = "Host, or host:port, to which secrets may be sent; may be repeated and replaces the list.", HelpName = "host" };

    public static Command WithEnvironment(this Command command)
    {
        foreach (var option in new Option[] { BaseUrl, DockerHost, Port, Protected, SelfTest, Variables, ApprovedHosts })
            command.Options.Add(option);
        return command;
    }

    /// <param name="now">What the environment has already; null for a new one.</param>
    public static EnvironmentInput Read(ParseResult parsed, string? name, RemoteEnvironment? now) => new(
        name, parsed.GetValue(BaseUrl), parsed.GetValue(Protected), parsed.GetValue(SelfTest), ReadVariables(parsed.GetValue(Variables), now),
        parsed.GetValue(ApprovedHosts) is { Length: > 0 } hosts ? hosts : null, parsed.GetValue(DockerHost), parsed.GetValue(Port));

    private static Dictionary<string, string>? ReadVariables(string[]? given, RemoteEnvironment? now)
    {
        if (given is not { Length: > 0 })
            return null;
        var variables = new Dictionary<string, string>(now?.Variables ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var text in given)
        {
            if (text.Split('=', 2) is not [{ Length: > 0 } name, var value])
                throw new UserError($"--variable '{text}' must have the form NAME=VALUE.");
            if (value.Length == 0)
                variables.Remove(name);
            else
                variables[name] = value;
        }
        return variables;
    }
}

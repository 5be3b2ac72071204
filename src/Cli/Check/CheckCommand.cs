using System.CommandLine;
using Alicerce.Cli.Server.Checks;
using Alicerce.Cli.Server.Connection;

namespace Alicerce.Cli.Check;

/// <summary><c>alicerce check DIR --url URL</c>: scan, generate, merge with the case files, run, report. Needs no server and no database.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> Directory = new("dir") { Description = "The project's folder.", DefaultValueFactory = _ => "." };
    private static readonly Option<string?> Url = new("--url") { Description = "Address of the running application, e.g. http://localhost:5080." };
    private static readonly Option<string?> Environment = new("--env") { Description = "An environment of alicerce.yaml; 'local' when neither this nor --url is given." };
    private static readonly Option<string[]> Types = List("--types", "Kinds to generate: smoke, api, form, query, auth, edge, security, e2e, load.");
    private static readonly Option<string?> Filter = new("--filter") { Description = "Only cases whose name, key or path holds this text or matches this glob." };
    private static readonly Option<string[]> Tags = List("--tag", "Only cases with this tag; !tag leaves cases out.");
    private static readonly Option<int?> Seed = new("--seed") { Description = "Same seed, same values." };
    private static readonly Option<bool> FailFast = new("--fail-fast") { Description = "Stop after the first case that fails." };
    private static readonly Option<double?> Rate = new("--rate") { CustomParser = Numbers.Positive, Description = "Requests a second at most." };
    private static readonly Option<int?> Parallel = new("--parallel") { CustomParser = Numbers.Whole(1, 1000), Description = "Cases at once (16)." };
    private static readonly Option<bool> Update = new("--update") { Description = "Write new and changed generated cases to alicerce/cases after showing the difference." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask before writing." };
    private static readonly Option<bool> AllowChanges = new("--allow-changes") { Description = "Run cases that change state on a target that is protected or not on this machine." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON document on stdout instead of the live view." };
    private static readonly Option<string[]> Secrets = List("--secret", "NAME=env:VAR answers ${secret:NAME} from an environment variable.");
    private static readonly Option<string[]> Datasources = List("--datasource", "NAME=env:VAR: a database for query cases; VAR holds postgres://user:password@host:port/database.");

    private static readonly Option<string?> Server = new("--server") { Description = "Let the Alicerce server at this address do it and keep the results.", HelpName = "url" };

    public static Command Create()
    {
        var command = new Command("check", "Find what a project has, test all of it against a running application, and say what fails and why.")
        {
            Directory, Url, Environment, Types, Filter, Tags, Seed, FailFast, Rate, Parallel, Update, Yes, AllowChanges, Json, Secrets, Datasources, ReportOption.Files, ReportOption.Language,
            Server, ServerOptions.TokenFile, ServerOptions.Project,
        };
        command.SetAction((parsed, ct) => parsed.GetValue(Server) is { } server
            ? RunOnServerAsync(server, parsed, ct)
            : new CheckRun(Read(parsed), CommandLine.Terminal()).RunAsync(ct));
        return command;
    }

    private static async Task<int> RunOnServerAsync(string server, ParseResult parsed, CancellationToken ct)
    {
        var options = Read(parsed);
        using var client = ServerOptions.Connect(server, parsed.GetValue(ServerOptions.TokenFile));
        return await new RemoteCheck(client, options).RunAsync(ct);
    }

    private static CheckOptions Read(ParseResult parsed) => new()
    {
        Directory = parsed.GetValue(Directory)!,
        Url = ReadUrl(parsed.GetValue(Url)),
        Environment = parsed.GetValue(Environment),
        Types = SplitCommas(parsed.GetValue(Types)),
        Filter = parsed.GetValue(Filter),
        Tags = SplitCommas(parsed.GetValue(Tags)),
        Seed = parsed.GetValue(Seed),
        FailFast = parsed.GetValue(FailFast),
        Rate = parsed.GetValue(Rate),
        Parallel = parsed.GetValue(Parallel),
        Update = parsed.GetValue(Update),
        Yes = parsed.GetValue(Yes),
        AllowChanges = parsed.GetValue(AllowChanges),
        Json = parsed.GetValue(Json),
        Project = parsed.GetValue(ServerOptions.Project),
        Secrets = parsed.GetValue(Secrets) ?? [],
        Datasources = parsed.GetValue(Datasources) ?? [],
        Reports = ReportOption.Read(parsed),
    };

    private static Option<string[]> List(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = false };

    private static string[] SplitCommas(string[]? values) =>
        [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static Uri? ReadUrl(string? text)
    {
        if (text is null)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return url;
        throw new UserError($"--url '{text}' is not an address: write it as http://host:port, for example http://localhost:5080.");
    }
}

using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Environments;

/// <summary><c>alicerce env create|list|show|set|delete|datasource</c>: where a project runs and what may be done there.</summary>
internal static class EnvironmentCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "Like local, staging or production." };
    private static readonly Argument<string> Reference = new("environment") { Description = "Name or id of the environment." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask before deleting." };

    public static Command Create()
    {
        var create = new Command("create", "Create an environment.") { Name, ServerOptions.Project }.WithEnvironment().WithServer();
        create.SetServerAction(CreateAsync);
        var list = new Command("list", "List the environments of a project.") { ServerOptions.Project }.WithServer();
        list.SetServerAction(ListAsync);
        var show = new Command("show", "Show an environment and its datasources.") { Reference, ServerOptions.Project }.WithServer();
        show.SetServerAction(ShowAsync);
        var set = new Command("set", "Change an environment; what is not given stays.") { Reference, ServerOptions.Project }.WithEnvironment().WithServer();
        set.SetServerAction(SetAsync);
        var delete = new Command("delete", "Delete an environment with its datasources.") { Reference, ServerOptions.Project, Yes }.WithServer();
        delete.SetServerAction(DeleteAsync);
        return new Command("env", "Environments of a project on an Alicerce server.") { create, list, show, set, delete, DatasourceCommand.Create() };
    }

    public static void Show(ParseResult parsed, ServerAnswer<RemoteEnvironment> answer)
    {
        if (parsed.GetValue(ServerOptions.Json))
        {
            ServerOutput.Json(answer.Json);
            return;
        }
        var environment = answer.Value;
        ServerOutput.Line($"{environment.Id}  {environment.Name}  {environment.BaseUrl ?? "no address"}{(environment.IsProtected ? "  protected" : "")}");
        if (environment.DockerHost is not null || environment.Port is not null) ServerOutput.Line($"  runs on {environment.DockerHost ?? "localhost"}{(environment.Port is { } port ? $", port {port}" : "")}");
        foreach (var (name, value) in environment.Variables ?? new Dictionary<string, string>())
            ServerOutput.Line($"  {name}={value}");
        if (environment.ApprovedHosts is { Count: > 0 } hosts)
            ServerOutput.Line($"  secrets may go to {string.Join(", ", hosts)}");
    }

    private static async Task<int> CreateAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var project = (await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct)).Value;
        var input = RequestContent.Json(EnvironmentOptions.Read(parsed, parsed.GetValue(Name), now: null), ServerJson.Default.EnvironmentInput);
        Show(parsed, await client.SendAsync(HttpMethod.Post, $"projects/{project.Id}/environments", input, ServerJson.Default.RemoteEnvironment, ct));
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var project = (await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct)).Value;
        var all = await EnvironmentReference.ListAsync(client, project, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(all.Select(e => e.Json));
        else
            ServerOutput.Table(["Id", "Name", "Address", "Protected"], all.Select(e => new[] { $"{e.Value.Id}", e.Value.Name, e.Value.BaseUrl, e.Value.IsProtected ? "yes" : "no" }));
        return ExitCodes.Ok;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var environment = await FindAsync(parsed, client, ct);
        Show(parsed, environment);
        if (!parsed.GetValue(ServerOptions.Json))
        {
            await foreach (var source in client.ListAsync($"environments/{environment.Value.Id}/datasources", ServerJson.Default.RemoteDatasource, ct))
                ServerOutput.Line(DatasourceCommand.Text(source.Value));
        }
        return ExitCodes.Ok;
    }

    private static async Task<int> SetAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var now = (await FindAsync(parsed, client, ct)).Value;
        var input = EnvironmentOptions.Read(parsed, name: null, now);
        if (input == new EnvironmentInput())
            throw new UserError("Nothing to change: give --base-url, --docker-host, --port, --protected, --self-test, --variable or --approved-host.");
        var content = RequestContent.Json(input, ServerJson.Default.EnvironmentInput);
        Show(parsed, await client.SendAsync(HttpMethod.Patch, $"environments/{now.Id}", content, ServerJson.Default.RemoteEnvironment, ct));
        return ExitCodes.Ok;
    }

    private static async Task<int> DeleteAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var environment = await FindAsync(parsed, client, ct);
        Confirmation.Require(parsed.GetValue(Yes), $"Delete the environment '{environment.Value.Name}' with its datasources?");
        await client.SendAsync(HttpMethod.Delete, $"environments/{environment.Value.Id}", null, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(environment.Json);
        else
            ServerOutput.Line($"Deleted the environment '{environment.Value.Name}'.");
        return ExitCodes.Ok;
    }

    private static async Task<ServerAnswer<RemoteEnvironment>> FindAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var project = (await ProjectReference.RequireAsync(client, parsed.RequireProject(), ct)).Value;
        return await EnvironmentReference.RequireAsync(client, project, parsed.GetValue(Reference)!, ct);
    }
}

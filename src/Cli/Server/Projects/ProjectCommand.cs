using System.CommandLine;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Projects;

/// <summary><c>alicerce project create|list|show|delete</c>.</summary>
internal static class ProjectCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "Lower-case letters and digits with hyphens between them, like online-shop." };
    private static readonly Argument<string> Reference = new("project") { Description = "Name or id of the project." };
    private static readonly Option<string?> Description = new("--description") { Description = "What the project is." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask before deleting." };

    public static Command Create()
    {
        var create = new Command("create", "Create a project.") { Name, Description }.WithServer();
        create.SetServerAction(CreateAsync);
        var list = new Command("list", "List the projects.").WithServer();
        list.SetServerAction(ListAsync);
        var show = new Command("show", "Show a project.") { Reference }.WithServer();
        show.SetServerAction(ShowAsync);
        var delete = new Command("delete", "Delete a project with its environments, suites, cases and results.") { Reference, Yes }.WithServer();
        delete.SetServerAction(DeleteAsync);
        return new Command("project", "Projects on an Alicerce server.") { create, list, show, delete };
    }

    private static async Task<int> CreateAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var input = RequestContent.Json(new ProjectInput(parsed.GetValue(Name)!, parsed.GetValue(Description)), ServerJson.Default.ProjectInput);
        Show(parsed, await client.SendAsync(HttpMethod.Post, "projects", input, ServerJson.Default.RemoteProject, ct));
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var projects = await client.ListAsync("projects", ServerJson.Default.RemoteProject, ct).ToListAsync(ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(projects.Select(p => p.Json));
        else
            ServerOutput.Table(["Id", "Name", "Description"], projects.Select(p => new[] { $"{p.Value.Id}", p.Value.Name, p.Value.Description }));
        return ExitCodes.Ok;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        Show(parsed, await ProjectReference.RequireAsync(client, parsed.GetValue(Reference)!, ct));
        return ExitCodes.Ok;
    }

    private static async Task<int> DeleteAsync(ParseResult parsed, ServerClient client, CancellationToken ct)
    {
        var project = await ProjectReference.RequireAsync(client, parsed.GetValue(Reference)!, ct);
        Confirmation.Require(parsed.GetValue(Yes), $"Delete the project '{project.Value.Name}' with everything that it holds?");
        await client.SendAsync(HttpMethod.Delete, $"projects/{project.Value.Id}", null, ct);
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(project.Json);
        else
            ServerOutput.Line($"Deleted the project '{project.Value.Name}'.");
        return ExitCodes.Ok;
    }

    private static void Show(ParseResult parsed, ServerAnswer<RemoteProject> project)
    {
        if (parsed.GetValue(ServerOptions.Json))
            ServerOutput.Json(project.Json);
        else
            ServerOutput.Line($"{project.Value.Id}  {project.Value.Name}{(project.Value.Description is { } description ? $"  {description}" : "")}");
    }
}

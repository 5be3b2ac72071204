using Alicerce.Cli.Check;
using Alicerce.Cli.Project;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Environments;
using Alicerce.Cli.Server.Projects;
using Alicerce.Cli.Server.Wire;
using Spectre.Console;

namespace Alicerce.Cli.Server.Checks;

/// <summary>
/// Project and environment of a check on the server; what is missing there is made from the command line and alicerce.yaml, which only an
/// admin's token may do. What exists is used as it is.
/// </summary>
internal sealed class RemoteTarget(ServerClient client, CheckOptions options, IAnsiConsole console)
{
    private const string DefaultEnvironment = "local";

    public async Task<RemoteProject> ProjectAsync(ProjectFolder folder, CancellationToken ct)
    {
        if (options.Project is { } reference && int.TryParse(reference, out _))
            return (await ProjectReference.RequireAsync(client, reference, ct)).Value;
        var name = options.Project ?? Kebab(folder.Config.Name);
        if (await ProjectReference.FindAsync(client, name, ct) is { } found)
            return found.Value;
        var input = RequestContent.Json(new ProjectInput(name), ServerJson.Default.ProjectInput);
        var made = (await client.SendAsync(HttpMethod.Post, "projects", input, ServerJson.Default.RemoteProject, ct)).Value;
        console.WriteLine($"Made the project '{made.Name}'.");
        return made;
    }

    public async Task<RemoteEnvironment> EnvironmentAsync(RemoteProject project, ProjectFolder folder, CancellationToken ct)
    {
        var name = options.Environment ?? DefaultEnvironment;
        var all = await EnvironmentReference.ListAsync(client, project, ct);
        if (all.Find(e => e.Value.Name == name) is not { } found)
            return await CreateAsync(project, folder, name, ct);
        if (options.Url is { } url && !(Uri.TryCreate(found.Value.BaseUrl, UriKind.Absolute, out var known) && known == url))
            throw new UserError($"The environment '{name}' of '{project.Name}' is at {found.Value.BaseUrl ?? "no address"} on the server, not at {url}. "
                + $"Leave --url out, or change it: alicerce env set {name} --project {project.Name} --base-url {url}");
        return found.Value;
    }

    private async Task<RemoteEnvironment> CreateAsync(RemoteProject project, ProjectFolder folder, string name, CancellationToken ct)
    {
        var config = folder.Config.Environments.GetValueOrDefault(name);
        var url = options.Url ?? config?.BaseUrl
            ?? throw new UserError($"The project '{project.Name}' has no environment '{name}' on the server. Give --url http://host:port to make it, or describe it in {ProjectFolder.ConfigFile}.");
        var input = new EnvironmentInput(
            name, url.AbsoluteUri.TrimEnd('/'), config?.IsProtected == true || (!url.IsLoopback && !options.AllowChanges), null, config?.Variables, config?.ApprovedHosts);
        var content = RequestContent.Json(input, ServerJson.Default.EnvironmentInput);
        var made = (await client.SendAsync(HttpMethod.Post, $"projects/{project.Id}/environments", content, ServerJson.Default.RemoteEnvironment, ct)).Value;
        console.WriteLine($"Made the environment '{made.Name}' at {made.BaseUrl}{(made.IsProtected ? " (protected: nothing that changes state is sent)" : "")}.");
        return made;
    }

    /// <summary>Names on a server are lower-case with hyphens; "Minha Loja" is minha-loja there.</summary>
    private static string Kebab(string name) =>
        string.Join('-', string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } kebab
            ? kebab
            : throw new UserError($"'{name}' holds nothing that a server could name a project by: give --project NAME.");
}

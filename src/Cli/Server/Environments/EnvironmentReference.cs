using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Environments;

/// <summary>Finds what a person calls an environment of a project: its name or its id.</summary>
internal static class EnvironmentReference
{
    public static async Task<ServerAnswer<RemoteEnvironment>> RequireAsync(ServerClient client, RemoteProject project, string reference, CancellationToken ct)
    {
        var all = await ListAsync(client, project, ct);
        return all.Find(e => e.Value.Name == reference)
            ?? all.Find(e => int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && e.Value.Id == id)
            ?? throw new UserError($"There is no environment '{reference}' in the project '{project.Name}'; it has {(all.Count == 0 ? "none" : string.Join(", ", all.Select(e => e.Value.Name)))}. "
                + $"'alicerce env create {reference} --project {project.Name} --base-url URL' makes it.");
    }

    public static async Task<List<ServerAnswer<RemoteEnvironment>>> ListAsync(ServerClient client, RemoteProject project, CancellationToken ct) =>
        await client.ListAsync($"projects/{project.Id}/environments", ServerJson.Default.RemoteEnvironment, ct).ToListAsync(ct);
}

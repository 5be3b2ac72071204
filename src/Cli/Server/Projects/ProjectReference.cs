using System.Globalization;
using Alicerce.Cli.Server.Connection;
using Alicerce.Cli.Server.Wire;

namespace Alicerce.Cli.Server.Projects;

/// <summary>Finds what a person calls a project: its id or its name.</summary>
internal static class ProjectReference
{
    public static async Task<ServerAnswer<RemoteProject>> RequireAsync(ServerClient client, string reference, CancellationToken ct) =>
        int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await client.GetAsync($"projects/{id}", ServerJson.Default.RemoteProject, ct)
            : await FindAsync(client, reference, ct)
                ?? throw new UserError($"There is no project '{reference}' on {client.Address}. 'alicerce project list' shows what there is, 'alicerce project create {reference}' makes it.");

    public static async Task<ServerAnswer<RemoteProject>?> FindAsync(ServerClient client, string name, CancellationToken ct)
    {
        await foreach (var project in client.ListAsync($"projects?name={Uri.EscapeDataString(name)}", ServerJson.Default.RemoteProject, ct))
        {
            if (project.Value.Name == name)
                return project;
        }
        return null;
    }
}

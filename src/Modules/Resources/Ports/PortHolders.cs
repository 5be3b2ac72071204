using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Who has a port, as much of it as the caller may know.</summary>
/// <param name="Service">Null for another project's.</param>
/// <param name="Project">Null for the house's, and for another project's.</param>
/// <param name="Text">For a person: <c>blog-db of project blog</c>, or <c>another project</c>.</param>
internal sealed record PortHolder(string Text, string Status, string? Service = null, string? Project = null, int? ProjectId = null, string? Reason = null);

/// <summary>Says who holds a port (T004-11): its service and project to those who may see that project, and no more than that somebody does to all others.</summary>
internal sealed class PortHolders(IProjects projects)
{
    public async Task<PortHolder> DescribeAsync(HeldPort held, Caller caller, CancellationToken ct)
    {
        if (held.Owner.ProjectId is not { } id) return new PortHolder($"{NameOf(held)} of no project", held.Status, held.Service, Reason: held.Reason);
        if (caller.In(id) == AccessRole.None) return new PortHolder("another project", held.Status);
        var project = (await projects.FindAsync(id, ct))?.Name ?? $"{id}";
        return new PortHolder($"{NameOf(held)} of project {project}", held.Status, held.Service, project, id, held.Reason);
    }

    private static string NameOf(HeldPort held)
    {
        var name = held.Service ?? PortView.ForNobodyYet;
        return held is { Status: PortAllocation.Reserved, Reason: { } reason } ? $"{name} ({reason})" : name;
    }
}

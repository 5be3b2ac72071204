using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Platform.Projects;

/// <summary>Asks all modules to give back what they made by themselves, before an environment or a project is deleted.</summary>
internal sealed class EnvironmentHolds(PlatformDb db, IProjects projects, IEnumerable<IEnvironmentHolds> modules)
{
    public async Task ReleaseAsync(int projectId, int? environmentId, CancellationToken ct)
    {
        if (await projects.FindAsync(projectId, ct) is not { } project) return;
        var environments = await projects.ListEnvironmentsAsync(projectId, ct);
        IReadOnlyList<EnvironmentFacts> going = environmentId is { } id ? [.. environments.Where(environment => environment.Id == id)] : environments;
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var module in modules) await module.ReleaseAsync(transaction, project, going, ct);
    }
}

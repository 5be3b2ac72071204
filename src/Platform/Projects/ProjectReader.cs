using System.Linq.Expressions;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Projects;

internal sealed class ProjectReader(PlatformDb db) : IProjects
{
    public Task<ProjectFacts?> FindAsync(int projectId, CancellationToken ct) =>
        db.Projects.Where(p => p.Id == projectId).Select(p => new ProjectFacts(p.Id, p.Name, p.Description)).SingleOrDefaultAsync(ct);

    public async Task<EnvironmentFacts?> FindEnvironmentAsync(int environmentId, CancellationToken ct) =>
        (await ReadAsync(e => e.Id == environmentId, ct)).SingleOrDefault();

    public async Task<EnvironmentFacts?> FindEnvironmentAsync(int projectId, string name, CancellationToken ct) =>
        (await ReadAsync(e => e.ProjectId == projectId && e.Name == name, ct)).SingleOrDefault();

    public async Task<IReadOnlyList<EnvironmentFacts>> ListEnvironmentsAsync(int projectId, CancellationToken ct) =>
        await ReadAsync(e => e.ProjectId == projectId, ct);

    public async Task<IReadOnlyList<DatasourceFacts>> ListDatasourcesAsync(int environmentId, CancellationToken ct) =>
        await db.Datasources.Where(d => d.EnvironmentId == environmentId).OrderBy(d => d.Name)
            .Select(d => new DatasourceFacts(d.Id, d.EnvironmentId, d.Name, d.Driver, d.Host, d.Port, d.Database, d.Username, d.SecretName))
            .ToListAsync(ct);

    private async Task<List<EnvironmentFacts>> ReadAsync(Expression<Func<ProjectEnvironment, bool>> which, CancellationToken ct)
    {
        var rows = await db.Environments.AsNoTracking().Where(which).OrderBy(e => e.Name).ToListAsync(ct);
        return rows.ConvertAll(e => new EnvironmentFacts(e.Id, e.ProjectId, e.Name, e.DockerHost, e.Port, e.BaseUrl, e.IsProtected, e.IsSelfTest, e.Variables, e.ApprovedHosts));
    }
}

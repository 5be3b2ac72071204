using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Projects;

internal sealed class EnvironmentPorts(PlatformDb db) : IEnvironmentPorts
{
    public async Task FillInAsync(int environmentId, int port, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rows = await db.Environments.FromSql($"SELECT * FROM platform.environments WHERE id = {environmentId} AND port IS NULL FOR UPDATE").ToListAsync(ct);
        if (rows is not [var environment]) return;
        environment.Port = port;
        db.Publish(() => EnvironmentsEndpoints.FactOf("environment.updated", environment));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}

using Alicerce.Engine.Discovery;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>The stored components, findings and documents of a project, as the scan that they came from.</summary>
internal static class StoredScan
{
    public static async Task<ScanResult> ReadAsync(TestingDb db, int projectId, CancellationToken ct)
    {
        var components = await ReadComponentsAsync(db, projectId, ct);
        var findings = await db.Findings.AsNoTracking().Where(f => f.ProjectId == projectId).OrderBy(f => f.FilePath).ThenBy(f => f.Line).ThenBy(f => f.Id).ToListAsync(ct);
        var documents = await db.Documents.AsNoTracking().Where(d => d.ProjectId == projectId).ToDictionaryAsync(d => d.Path, d => d.Content, ct);
        return new ScanResult(components, findings.ConvertAll(f => f.ToFinding()), ScanStats.Of(components), new StoredDocuments(documents));
    }

    public static async Task<List<Component>> ReadComponentsAsync(TestingDb db, int projectId, CancellationToken ct)
    {
        var rows = await db.Components.AsNoTracking().Where(c => c.ProjectId == projectId && c.RemovedAt == null).OrderBy(c => c.FilePath)
            .Select(c => new { c.Details, c.FileModifiedAt }).ToListAsync(ct);
        return rows.ConvertAll(row => ComponentMapping.ToComponent(row.Details, row.FileModifiedAt));
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Schemas;
using Alicerce.Modules.Testing.Rows;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>The stored components, findings and documents of a project, as the scan that they came from.</summary>
internal static class StoredScan
{
    /// <summary>Deeper than any document that the scanner lets through.</summary>
    private static readonly JsonDocumentOptions DeepJson = new() { MaxDepth = 1000 };

    public static async Task<ScanResult> ReadAsync(TestingDb db, int projectId, CancellationToken ct)
    {
        var components = await ReadComponentsAsync(db, projectId, ct);
        var findings = await db.Findings.AsNoTracking().Where(f => f.ProjectId == projectId).OrderBy(f => f.FilePath).ThenBy(f => f.Line).ThenBy(f => f.Id).ToListAsync(ct);
        var documents = await db.Documents.AsNoTracking().Where(d => d.ProjectId == projectId).ToDictionaryAsync(d => d.Path, d => d.Content, ct);
        return new ScanResult(components, findings.ConvertAll(f => f.ToFinding()), ScanStats.Of(components), new Documents(documents));
    }

    public static async Task<List<Component>> ReadComponentsAsync(TestingDb db, int projectId, CancellationToken ct)
    {
        var rows = await db.Components.AsNoTracking().Where(c => c.ProjectId == projectId && c.RemovedAt == null).OrderBy(c => c.FilePath)
            .Select(c => new { c.Details, c.FileModifiedAt }).ToListAsync(ct);
        return rows.ConvertAll(row => ComponentMapping.ToComponent(row.Details, row.FileModifiedAt));
    }

    /// <summary>Parsed when first asked for.</summary>
    private sealed class Documents(Dictionary<string, string> texts) : ISchemaDocuments
    {
        private readonly Dictionary<string, JsonNode?> _parsed = new(StringComparer.Ordinal);

        public JsonNode? Find(string path)
        {
            if (_parsed.TryGetValue(path, out var known)) return known;
            return _parsed[path] = texts.TryGetValue(path, out var text) ? JsonNode.Parse(text, documentOptions: DeepJson) : null;
        }
    }
}

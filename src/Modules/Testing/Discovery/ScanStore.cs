using System.Security.Cryptography;
using System.Text;
using Alicerce.Engine.Discovery;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>What a scan changed in the database.</summary>
/// <param name="Changed">Components that are new, differ, or came back.</param>
/// <param name="Removed">Paths of components that are there no more.</param>
internal sealed record ScanChanges(int Changed, IReadOnlyList<string> Removed);

/// <summary>
/// Brings the rows of a project in line with a scan, in one transaction and a handful of statements: components by path (T004-35), findings
/// and documents. Rows that did not change are not written.
/// </summary>
internal sealed class ScanStore(NpgsqlDataSource source, TimeProvider clock)
{
    private const int BatchSize = 1000;

    private const string UpsertComponents = """
        INSERT INTO testing.component_info AS c (project_id, file_path, component_name, component_type, route, actions_json, queries_json, forms_json,
            conditionals_json, includes_json, details, line_count, complexity_score, content_hash, file_modified_at, discovered_at)
        SELECT $1, f.path, f.name, f.type, f.route, f.actions::jsonb, f.queries::jsonb, f.forms::jsonb, f.conditionals::jsonb, f.includes::jsonb, f.details::jsonb, f.lines,
            f.complexity, f.hash, f.modified, $2
        FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::int[], $14::int[],
            $15::text[], $16::timestamptz[]) AS f (path, name, type, route, actions, queries, forms, conditionals, includes, details, lines, complexity, hash, modified)
        ON CONFLICT (project_id, file_path) DO UPDATE SET component_name = excluded.component_name, component_type = excluded.component_type, route = excluded.route,
            actions_json = excluded.actions_json, queries_json = excluded.queries_json, forms_json = excluded.forms_json, conditionals_json = excluded.conditionals_json,
            includes_json = excluded.includes_json, details = excluded.details, line_count = excluded.line_count, complexity_score = excluded.complexity_score,
            content_hash = excluded.content_hash, file_modified_at = excluded.file_modified_at, discovered_at = excluded.discovered_at, removed_at = NULL
        WHERE c.content_hash <> excluded.content_hash OR c.removed_at IS NOT NULL OR c.details <> excluded.details
        """;

    private const string MarkRemoved = """
        UPDATE testing.component_info SET removed_at = $2
        WHERE project_id = $1 AND removed_at IS NULL AND NOT (file_path = ANY ($3)) AND NOT (split_part(file_path, '#', 1) = ANY ($4))
        RETURNING file_path
        """;

    private const string KnownPaths = """
        SELECT split_part(file_path, '#', 1) FROM testing.component_info WHERE project_id = $1 AND removed_at IS NULL
        UNION SELECT file_path FROM testing.findings WHERE project_id = $1
        UNION SELECT path FROM testing.documents WHERE project_id = $1
        """;

    private const string UpsertFindings = """
        INSERT INTO testing.findings AS c (project_id, finding_id, code, severity, file_path, line, col, message, hint, subject, last_seen)
        SELECT $1, f.* , $2 FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::text[], $10::text[], $11::text[]) AS f
        ON CONFLICT (project_id, finding_id) DO UPDATE SET severity = excluded.severity, line = excluded.line, col = excluded.col, message = excluded.message,
            hint = excluded.hint, last_seen = excluded.last_seen
        """;

    private const string UpsertDocument = """
        INSERT INTO testing.documents AS d (project_id, path, content, hash, updated_at) VALUES ($1, $2, $3::json, $4, $5)
        ON CONFLICT (project_id, path) DO UPDATE SET content = excluded.content, hash = excluded.hash, updated_at = excluded.updated_at WHERE d.hash <> excluded.hash
        """;

    private const string RememberSource = """
        INSERT INTO testing.scan_sources (project_id, kind, location, config, scanned_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (project_id) DO UPDATE SET kind = excluded.kind, location = excluded.location, config = excluded.config, scanned_at = excluded.scanned_at
        """;

    public async Task<ScanChanges> SaveAsync(ScanSource from, ProjectScan scan, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var projectId = from.ProjectId;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);

        // Two scans of one project at once would mark each other's new components as removed.
        await ExecuteAsync(transaction, "SELECT pg_advisory_xact_lock(1952805748, $1)", [projectId], ct);
        var unread = await UnreadAsync(transaction, projectId, scan, ct);
        var changed = 0;
        foreach (var batch in scan.Result.Components.Chunk(BatchSize)) changed += await SaveComponentsAsync(transaction, projectId, now, batch, ct);
        var removed = await MarkRemovedAsync(transaction, projectId, now, scan, unread, ct);
        await SaveFindingsAsync(transaction, projectId, now, scan.Result.Findings, unread, ct);
        await SaveDocumentsAsync(transaction, projectId, now, scan, unread, ct);
        await RememberedFiles.SaveAsync(transaction, projectId, scan, ct);
        await ExecuteAsync(transaction, RememberSource, [projectId, from.Kind, from.Location, Nullable(from.Config), now], ct);
        var fact = new Fact("components.scanned", projectId, $"{projectId}", new { ProjectId = projectId, Components = scan.Result.Components.Count, Changed = changed, Removed = removed.Count });
        await Outbox.WriteAsync(transaction, [fact], CorrelationId.Current, ct);
        await transaction.CommitAsync(ct);
        return new ScanChanges(changed, removed);
    }

    private static Task<int> SaveComponentsAsync(NpgsqlTransaction transaction, int projectId, DateTimeOffset now, Component[] components, CancellationToken ct)
    {
        var rows = Array.ConvertAll(components, component => component.ToRow(projectId));
        string?[] Texts(Func<StoredComponent, string?> of) => Array.ConvertAll(rows, row => of(row));
        return ExecuteAsync(
            transaction,
            UpsertComponents,
            [
                projectId, now, Texts(r => r.FilePath), Texts(r => r.ComponentName), Texts(r => r.ComponentType), Texts(r => r.Route), Texts(r => r.ActionsJson),
                Texts(r => r.QueriesJson), Texts(r => r.FormsJson), Texts(r => r.ConditionalsJson), Texts(r => r.IncludesJson), Texts(r => r.Details),
                Array.ConvertAll(rows, r => r.LineCount), Array.ConvertAll(rows, r => r.ComplexityScore), Texts(r => r.ContentHash),
                new NpgsqlParameter { Value = Array.ConvertAll(rows, r => r.FileModifiedAt?.ToUniversalTime()), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
            ],
            ct);
    }

    /// <summary>Stored paths that this scan says nothing about: what is there and could not be read keeps what is known of it.</summary>
    private static async Task<string[]> UnreadAsync(NpgsqlTransaction transaction, int projectId, ProjectScan scan, CancellationToken ct)
    {
        if (scan.Unread.Count == 0) return [];
        await using var command = Command(transaction, KnownPaths, [projectId]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var paths = new List<string>();
        while (await reader.ReadAsync(ct)) paths.Add(reader.GetString(0));
        return [.. paths.Where(scan.IsUnread)];
    }

    private static async Task<List<string>> MarkRemovedAsync(
        NpgsqlTransaction transaction, int projectId, DateTimeOffset now, ProjectScan scan, string[] unread, CancellationToken ct)
    {
        await using var command = Command(transaction, MarkRemoved, [projectId, now, scan.Result.Components.Select(c => c.FilePath).ToArray(), unread]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var removed = new List<string>();
        while (await reader.ReadAsync(ct)) removed.Add(reader.GetString(0));
        removed.Sort(StringComparer.Ordinal);
        return removed;
    }

    private static async Task SaveFindingsAsync(
        NpgsqlTransaction transaction, int projectId, DateTimeOffset now, IReadOnlyList<Finding> findings, string[] unread, CancellationToken ct)
    {
        var all = findings.Select(finding => finding.ToRow(projectId)).DistinctBy(row => row.FindingId).ToArray();
        foreach (var rows in all.Chunk(BatchSize))
        {
            string?[] Texts(Func<StoredFinding, string?> of) => Array.ConvertAll(rows, row => of(row));
            await ExecuteAsync(
                transaction,
                UpsertFindings,
                [
                    projectId, now, Texts(r => r.FindingId), Texts(r => r.Code), Texts(r => r.Severity), Texts(r => r.FilePath), Array.ConvertAll(rows, r => r.Line),
                    Array.ConvertAll(rows, r => r.Col), Texts(r => r.Message), Texts(r => r.Hint), Texts(r => r.Subject),
                ],
                ct);
        }

        await ExecuteAsync(transaction, "DELETE FROM testing.findings WHERE project_id = $1 AND last_seen <> $2 AND NOT (file_path = ANY ($3))", [projectId, now, unread], ct);
    }

    private static async Task SaveDocumentsAsync(
        NpgsqlTransaction transaction, int projectId, DateTimeOffset now, ProjectScan scan, string[] unread, CancellationToken ct)
    {
        var documents = scan.Files.Where(file => file.Value.File.Document is not null).ToList();
        foreach (var (path, file) in documents)
        {
            var content = file.File.Document!.ToJsonString();
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            await ExecuteAsync(transaction, UpsertDocument, [projectId, path, content, hash, now], ct);
        }

        string[] kept = [.. documents.Select(d => d.Key), .. unread];
        await ExecuteAsync(transaction, "DELETE FROM testing.documents WHERE project_id = $1 AND NOT (path = ANY ($2))", [projectId, kept], ct);
    }

    private static async Task<int> ExecuteAsync(NpgsqlTransaction transaction, string sql, object[] values, CancellationToken ct)
    {
        await using var command = Command(transaction, sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlCommand Command(NpgsqlTransaction transaction, string sql, object[] values)
    {
#pragma warning disable CA2100 // Constants of this class.
        var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }

    private static NpgsqlParameter Nullable(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}

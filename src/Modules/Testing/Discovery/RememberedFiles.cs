using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Npgsql;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>What the last scan of a project found, file by file: a file with the same bytes is not parsed again.</summary>
internal sealed class RememberedFiles(NpgsqlDataSource source)
{
    private const int BatchSize = 1000;
    private static readonly JsonDocumentOptions DeepJson = new() { MaxDepth = 1000 };

    private const string Read = """
        SELECT f.path, f.content::text, d.content::text FROM testing.scanned_files f
        LEFT JOIN testing.documents d ON d.project_id = f.project_id AND d.path = f.path AND f.has_document
        WHERE f.project_id = $1 AND f.scanner = $2 AND (d.path IS NOT NULL OR NOT f.has_document)
        """;

    private const string Upsert = """
        INSERT INTO testing.scanned_files AS s (project_id, path, scanner, content, has_document)
        SELECT $1, f.path, $2, f.content::json, f.has_document FROM unnest($3::text[], $4::text[], $5::boolean[]) AS f (path, content, has_document)
        ON CONFLICT (project_id, path) DO UPDATE SET scanner = excluded.scanner, content = excluded.content, has_document = excluded.has_document
        WHERE s.scanner <> excluded.scanner OR s.content::text <> excluded.content::text
        """;

    public async Task<IReadOnlyDictionary<string, KnownFile>> ReadAsync(int projectId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Read);
        command.Parameters.AddWithValue(projectId);
        command.Parameters.AddWithValue(ProjectScanner.Version);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var files = new Dictionary<string, KnownFile>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            if (FileOf(reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)) is { } file) files[reader.GetString(0)] = file;
        }

        return files;
    }

    /// <summary>In the transaction that stores the scan.</summary>
    public static async Task SaveAsync(NpgsqlTransaction transaction, int projectId, ProjectScan scan, CancellationToken ct)
    {
        // What was reused is stored already; what has a document is written with it, so that the two stay of one scan.
        foreach (var batch in scan.Files.Where(f => f.Value.Hash.Length > 0 && (f.Value.File.Document is not null || !scan.Reused.Contains(f.Key))).Chunk(BatchSize))
        {
            await using var upsert = new NpgsqlCommand(Upsert, transaction.Connection, transaction);
            upsert.Parameters.AddWithValue(projectId);
            upsert.Parameters.AddWithValue(ProjectScanner.Version);
            upsert.Parameters.AddWithValue(Array.ConvertAll(batch, file => file.Key));
            upsert.Parameters.AddWithValue(Array.ConvertAll(batch, file => KnownFileJson.Write(file.Value)));
            upsert.Parameters.AddWithValue(Array.ConvertAll(batch, file => file.Value.File.Document is not null));
            await upsert.ExecuteNonQueryAsync(ct);
        }

        await using var forget = new NpgsqlCommand("DELETE FROM testing.scanned_files WHERE project_id = $1 AND NOT (path = ANY ($2))", transaction.Connection, transaction);
        forget.Parameters.AddWithValue(projectId);
        forget.Parameters.AddWithValue(scan.Files.Keys.ToArray());
        await forget.ExecuteNonQueryAsync(ct);
    }

    /// <returns>Null for what can no longer be read, which costs parsing it again.</returns>
    private static KnownFile? FileOf(string content, string? document)
    {
        try
        {
            return KnownFileJson.Read(content, document is null ? null : JsonNode.Parse(document, documentOptions: DeepJson));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

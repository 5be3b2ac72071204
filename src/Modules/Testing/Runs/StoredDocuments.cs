using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Schemas;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>The project's API documents as the last scan stored them, for schema assertions.</summary>
internal sealed class StoredDocuments : ISchemaDocuments
{
    private readonly Dictionary<string, JsonNode> _documents = new(StringComparer.Ordinal);

    public JsonNode? Find(string path) => _documents.GetValueOrDefault(path);

    public static async Task<StoredDocuments> LoadAsync(NpgsqlDataSource source, int projectId, CancellationToken ct)
    {
        var documents = new StoredDocuments();
        await using var command = source.CreateCommand("SELECT path, content::text FROM testing.documents WHERE project_id = $1");
        command.Parameters.AddWithValue(projectId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (JsonNode.Parse(reader.GetString(1), documentOptions: new JsonDocumentOptions { MaxDepth = 256 }) is { } content) documents._documents[reader.GetString(0)] = content;
        }

        return documents;
    }
}

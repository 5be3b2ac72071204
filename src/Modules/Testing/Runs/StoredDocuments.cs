using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Schemas;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>The project's API documents as the last scan stored them, by path.</summary>
internal sealed class StoredDocuments(IReadOnlyDictionary<string, string> texts) : ISchemaDocuments
{
    /// <summary>Deeper than any document that the scanner lets through.</summary>
    private static readonly JsonDocumentOptions DeepJson = new() { MaxDepth = 1000 };

    private readonly Dictionary<string, JsonNode?> _documents = texts.ToDictionary(t => t.Key, t => JsonNode.Parse(t.Value, documentOptions: DeepJson), StringComparer.Ordinal);

    public JsonNode? Find(string path) => _documents.GetValueOrDefault(path);

    public static async Task<StoredDocuments> LoadAsync(NpgsqlDataSource source, int projectId, CancellationToken ct)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = source.CreateCommand("SELECT path, content::text FROM testing.documents WHERE project_id = $1");
        command.Parameters.AddWithValue(projectId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            texts.Add(reader.GetString(0), reader.GetString(1));
        return new StoredDocuments(texts);
    }
}

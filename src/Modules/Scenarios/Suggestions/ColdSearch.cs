using Alicerce.Modules.Scenarios.Embeddings;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>
/// Answers from the database while this process loads its index (T000-27): candidates by full text in both languages, in the order of their true cosine to
/// the query. It finds less than the index does, and nothing wrong.
/// </summary>
internal sealed class ColdSearch(NpgsqlDataSource source, EmbeddingModels models)
{
    private const int Candidates = 500;

    private const string ByWords = """
        SELECT s.id, s.title, e.vector, e.model FROM scenarios.scenarios s
        LEFT JOIN scenarios.embeddings e ON e.scenario_id = s.id AND e.model = ANY ($5) AND e.title_hash = md5(s.title),
        LATERAL (SELECT to_tsvector('portuguese', s.title) || to_tsvector('english', s.title) AS words) t,
        LATERAL (SELECT replace(plainto_tsquery('portuguese', $1)::text, '&', '|')::tsquery || replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery AS asked) q
        WHERE t.words @@ q.asked AND (CASE WHEN s.project_id IS NULL THEN $2 ELSE $3::int[] IS NULL OR s.project_id = ANY ($3) END) AND s.tags @> $4
        ORDER BY ts_rank(t.words, q.asked) DESC, s.id LIMIT $6
        """;

    public async Task<IReadOnlyList<Suggestion>> SearchAsync(Question question, CancellationToken ct)
    {
        var rows = await CandidatesAsync(question, ct);
        var model = models.All.FirstOrDefault(model => rows.Exists(row => row.Model == model.Name)) ?? models.BuiltIn;
        var query = (await model.EmbedAsync([question.Text], ct))[0];
        var hits = rows.Where(row => row.Model is null || row.Model == model.Name).DistinctBy(row => row.Id)
            .Select(row => new Suggestion(row.Id, row.Title, row.Vector is null ? null : Math.Round(System.Numerics.Tensors.TensorPrimitives.Dot<float>(query, row.Vector), 6)));
        return [.. hits.Where(hit => hit.Similarity is null ? question.IsHybrid : hit.Similarity >= (question.Threshold ?? -1)).OrderByDescending(hit => hit.Similarity ?? -1).ThenBy(hit => hit.Id).Take(question.K)];
    }

    private async Task<List<(int Id, string Title, float[]? Vector, string? Model)>> CandidatesAsync(Question question, CancellationToken ct)
    {
        await using var command = source.CreateCommand(ByWords);
        command.Parameters.AddWithValue(question.Text.Replace('\0', ' '));
        command.Parameters.AddWithValue(question.Visible.House);
        command.Parameters.Add(new() { Value = (object?)question.Visible.Projects?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = question.Visible.Tags.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.AddWithValue(models.All.Select(model => model.Name).ToArray());
        command.Parameters.AddWithValue(Candidates);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(int, string, float[]?, string?)>();
        while (await reader.ReadAsync(ct))
            rows.Add((reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<float[]>(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        return rows;
    }
}

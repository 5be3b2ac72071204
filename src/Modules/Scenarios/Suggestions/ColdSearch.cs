using System.Numerics.Tensors;
using Alicerce.Modules.Scenarios.Embeddings;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>
/// Answers from the database while this process loads its index (T000-27): candidates by full text in both languages and, where pgvector is, by its nearest
/// vectors, in the order of their true cosine to the query. It finds less than the index does, and nothing wrong.
/// </summary>
internal sealed class ColdSearch(NpgsqlDataSource source, EmbeddingModels models)
{
    private const int Candidates = 500;

    private const string Columns = """
        SELECT s.id, s.title, e.vector, e.model FROM scenarios.scenarios s
        LEFT JOIN scenarios.embeddings e ON e.scenario_id = s.id AND e.model = ANY ($5) AND e.title_hash = md5(s.title)
        """;

    private const string Visible = "(CASE WHEN s.project_id IS NULL THEN $2 ELSE $3::int[] IS NULL OR s.project_id = ANY ($3) END) AND s.tags @> $4";

    private const string ByWords = $"""
        {Columns},
        LATERAL (SELECT to_tsvector('portuguese', s.title) || to_tsvector('english', s.title) AS words) t,
        LATERAL (SELECT replace(plainto_tsquery('portuguese', $1)::text, '&', '|')::tsquery || replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery AS asked) q
        WHERE t.words @@ q.asked AND {Visible} ORDER BY ts_rank(t.words, q.asked) DESC, s.id LIMIT $6
        """;

    private const string ByVector = $"{Columns} JOIN scenarios.{PgVector.Table} v ON v.scenario_id = s.id WHERE {Visible} ORDER BY v.embedding <=> $1::real[]::vector LIMIT $6";

    private sealed record Row(int Id, string Title, float[]? Vector, string? Model);

    public async Task<IReadOnlyList<Suggestion>> SearchAsync(Question question, CancellationToken ct)
    {
        var rows = await ReadAsync(ByWords, new() { Value = question.Text.Replace('\0', ' '), NpgsqlDbType = NpgsqlDbType.Text }, question.Visible, ct);
        var model = models.All.FirstOrDefault(model => rows.Exists(row => row.Model == model.Name)) ?? models.Configured;
        var query = await model.EmbedQueryAsync(question.Text, ct);
        if (query.Length == PgVector.Dimensions && await PgVector.IsUsedAsync(source, ct))
            rows.AddRange(await ReadAsync(ByVector, new() { Value = query, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Real }, question.Visible, ct));
        var least = question.Threshold ?? (question.IsHybrid ? model.NoiseThreshold : -1);
        return
        [
            .. rows.Where(row => row.Vector is not null && row.Model == model.Name).DistinctBy(row => row.Id)
                .Select(row => new Suggestion(row.Id, row.Title, Math.Round(TensorPrimitives.Dot<float>(query, row.Vector), 6)))
                .Where(hit => hit.Similarity >= least).OrderByDescending(hit => hit.Similarity).ThenBy(hit => hit.Id).Take(question.K),
        ];
    }

    private async Task<List<Row>> ReadAsync(string sql, NpgsqlParameter asked, Visibility visible, CancellationToken ct)
    {
#pragma warning disable CA2100 // Constants of this class.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        command.Parameters.Add(asked);
        command.Parameters.AddWithValue(visible.House);
        command.Parameters.Add(new() { Value = (object?)visible.Projects?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = visible.Tags.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.AddWithValue(models.All.Select(model => model.Name).ToArray());
        command.Parameters.AddWithValue(Candidates);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
            rows.Add(new Row(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<float[]>(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        return rows;
    }
}

using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Alicerce.Modules.Scenarios.Embeddings;
using Npgsql;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <param name="Vector">Null until somebody has embedded the title as it is now.</param>
internal sealed record CatalogueRow(IndexedScenario Scenario, float[]? Vector);

/// <summary>Reads scenarios with the stored vectors of one model: nothing is embedded twice (T000-09).</summary>
internal sealed class CatalogueReader(NpgsqlDataSource source)
{
    // A title that was changed by hand has the vector of another text, which is as good as none (T000-22).
    private const string Rows = """
        SELECT s.id, s.title, s.project_id, s.tags, e.vector FROM scenarios.scenarios s
        LEFT JOIN scenarios.embeddings e ON e.scenario_id = s.id AND e.model = $1 AND e.title_hash = md5(s.title)
        """;

    private const string Coverage = """
        SELECT count(*), count(*) FILTER (WHERE NOT EXISTS (
            SELECT FROM scenarios.embeddings e WHERE e.scenario_id = s.id AND e.model = $1 AND e.title_hash = md5(s.title))) FROM scenarios.scenarios s
        """;

    /// <summary>In seconds.</summary>
    private const int LongestLoad = 600;

    public async IAsyncEnumerable<CatalogueRow> AllAsync(EmbeddingModel model, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = source.CreateCommand(Rows);
        command.CommandTimeout = LongestLoad;
        command.Parameters.AddWithValue(model.Name);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return RowOf(reader, model);
    }

    public async Task<IReadOnlyList<CatalogueRow>> TheseAsync(EmbeddingModel model, IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"{Rows} WHERE s.id = ANY ($2)");
        command.Parameters.AddWithValue(model.Name);
        command.Parameters.AddWithValue(ids.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<CatalogueRow>();
        while (await reader.ReadAsync(ct)) rows.Add(RowOf(reader, model));
        return rows;
    }

    /// <returns>How many scenarios there are, and how many of them have no vector of the model.</returns>
    public async Task<(long Total, long Missing)> CoverageAsync(EmbeddingModel model, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Coverage);
        command.Parameters.AddWithValue(model.Name);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static CatalogueRow RowOf(NpgsqlDataReader reader, EmbeddingModel model)
    {
        // By hand, tags come in any order, and vectors of any length and of no numbers: such a one is as good as none.
        var vector = reader.IsDBNull(4) ? null : reader.GetFieldValue<float[]>(4);
        var isGood = vector is not null && vector.Length == model.Dimensions && TensorPrimitives.IsFiniteAll<float>(vector) && TensorPrimitives.SumOfSquares<float>(vector) > 0;
        return new CatalogueRow(
            new IndexedScenario(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt32(2), ScenarioRules.Tags(reader.GetFieldValue<string[]>(3))), isGood ? vector : null);
    }
}

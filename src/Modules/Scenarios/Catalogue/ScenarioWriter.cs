using Alicerce.Modules.Scenarios.Embeddings;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Scenarios.Catalogue;

/// <param name="Title">As it is kept.</param>
/// <param name="Tags">As they are kept.</param>
internal sealed record NewScenario(string Title, string? Description, string[] Tags);

/// <summary>Writes many scenarios with their vectors at once, in the caller's transaction: all of them are there when it commits, or none.</summary>
internal sealed class ScenarioWriter(EmbeddingModels models)
{
    /// <summary>Embedded and copied at once.</summary>
    public const int BatchSize = 1_000;

    /// <summary>Before the transaction begins: while one is open that has written, no other change reaches any index.</summary>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<NewScenario> scenarios, CancellationToken ct)
    {
        var vectors = new List<float[]>(scenarios.Count);
        foreach (var batch in scenarios.Chunk(BatchSize)) vectors.AddRange(await models.Configured.EmbedAsync([.. batch.Select(scenario => scenario.Title)], ct));
        return vectors;
    }

    /// <param name="vectors">One a scenario, in their order.</param>
    /// <param name="projectId">Of all of them; null for the house.</param>
    /// <returns>Their ids, in their order.</returns>
    public async Task<IReadOnlyList<int>> WriteAsync(NpgsqlTransaction transaction, IReadOnlyList<NewScenario> scenarios, IReadOnlyList<float[]> vectors, int? projectId, CancellationToken ct)
    {
        var ids = await TakeIdsAsync(transaction, scenarios.Count, ct);
        await CopyScenariosAsync(transaction.Connection!, scenarios, ids, projectId, ct);
        await CopyEmbeddingsAsync(transaction.Connection!, scenarios, ids, vectors, ct);
        return ids;
    }

    private static async Task<List<int>> TakeIdsAsync(NpgsqlTransaction transaction, int count, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT nextval(pg_get_serial_sequence('scenarios.scenarios', 'id'))::int FROM generate_series(1, $1)", transaction.Connection, transaction);
        command.Parameters.AddWithValue(count);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<int>(count);
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetInt32(0));
        return ids;
    }

    private static async Task CopyScenariosAsync(NpgsqlConnection connection, IReadOnlyList<NewScenario> scenarios, List<int> ids, int? projectId, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY scenarios.scenarios (id, title, description, project_id, tags) FROM STDIN (FORMAT binary)", ct);
        for (var i = 0; i < scenarios.Count; i++)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(ids[i], NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(scenarios[i].Title, NpgsqlDbType.Text, ct);
            if (scenarios[i].Description is { } description) await copy.WriteAsync(description, NpgsqlDbType.Text, ct);
            else await copy.WriteNullAsync(ct);
            if (projectId is { } project) await copy.WriteAsync(project, NpgsqlDbType.Integer, ct);
            else await copy.WriteNullAsync(ct);
            await copy.WriteAsync(scenarios[i].Tags, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private async Task CopyEmbeddingsAsync(NpgsqlConnection connection, IReadOnlyList<NewScenario> scenarios, List<int> ids, IReadOnlyList<float[]> vectors, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY scenarios.embeddings (scenario_id, model, dimensions, vector, title_hash) FROM STDIN (FORMAT binary)", ct);
        for (var i = 0; i < ids.Count; i++)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(ids[i], NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(models.Configured.Name, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(vectors[i].Length, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(vectors[i], NpgsqlDbType.Array | NpgsqlDbType.Real, ct);
            await copy.WriteAsync(EmbeddingModel.HashOf(scenarios[i].Title), NpgsqlDbType.Text, ct);
        }

        await copy.CompleteAsync(ct);
    }
}

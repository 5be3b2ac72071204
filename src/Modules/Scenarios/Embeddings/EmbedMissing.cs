using Alicerce.Platform.Jobs;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Scenarios.Embeddings;

/// <summary>
/// Embeds every title that has no vector of the configured model: what was written by hand in the database (T000-22), and everything after the model was
/// changed. Begun again after a crash, it goes on where it was. Vectors of other models go when nobody needs them any more.
/// </summary>
internal sealed class EmbedMissing(NpgsqlDataSource source, EmbeddingModels models, ILogger<EmbedMissing> log) : IJobHandler<EmbedMissing.Args>
{
    public const string JobType = "scenarios.embed_missing";
    private const int BatchSize = 500;

    // Servers are exchanged one after the other: for a while some have the new settings and others the old.
    private static readonly TimeSpan s_elsewhere = TimeSpan.FromSeconds(10);

    private const string Missing = """
        SELECT s.id, s.title FROM scenarios.scenarios s
        WHERE s.id > $2 AND NOT EXISTS (SELECT FROM scenarios.embeddings e WHERE e.scenario_id = s.id AND e.model = $1 AND e.title_hash = md5(s.title))
        ORDER BY s.id LIMIT $3
        """;

    // Whoever changed the title meanwhile is asked for again; whoever deleted the scenario is left alone.
    private const string Store = """
        INSERT INTO scenarios.embeddings (scenario_id, model, dimensions, vector, title_hash)
        SELECT s.id, $1, $2, $4, $5 FROM scenarios.scenarios s WHERE s.id = $3 AND md5(s.title) = $5 FOR KEY SHARE
        ON CONFLICT (scenario_id, model) DO UPDATE SET dimensions = EXCLUDED.dimensions, vector = EXCLUDED.vector, title_hash = EXCLUDED.title_hash
        WHERE (SELECT md5(title) FROM scenarios.scenarios WHERE id = EXCLUDED.scenario_id) = EXCLUDED.title_hash
        """;

    public sealed record Args(string Model);

    /// <summary>Once for all processes that notice the same.</summary>
    public static Task EnqueueAsync(IJobQueue jobs, EmbeddingModels models, CancellationToken ct) =>
        jobs.EnqueueAsync(JobRequest.Of(JobType, new Args(models.Configured.Name)) with { UniqueKey = $"{JobType}:{models.Configured.Name}", MaxAttempts = 10 }, ct);

    public async Task HandleAsync(Args args, JobContext job, CancellationToken ct)
    {
        if (args.Model != models.Configured.Name) throw new JobPostponedException($"This process embeds with {models.Configured.Name}, and not with {args.Model}: another one may.", s_elsewhere);
        var done = 0;
        // What was changed behind a pass is found by the next one; a pass that stores nothing has nothing more to do here.
        for (var stored = -1; stored != 0; done += stored) stored = await PassAsync(done, job, ct);
        await ForgetOthersAsync(ct);
        log.LogInformation("{Count} titles were embedded with {Model}.", done, models.Configured.Name);
    }

    /// <returns>How many vectors were stored.</returns>
    private async Task<int> PassAsync(int before, JobContext job, CancellationToken ct)
    {
        var (stored, after) = (0, 0);
        while (await MissingAsync(after, ct) is { Count: > 0 } batch)
        {
            var vectors = await models.Configured.EmbedAsync([.. batch.Select(row => row.Title)], ct);
            stored += await StoreAsync(batch, vectors, ct);
            after = batch[^1].Id;
            await job.ReportAsync(before + stored, null, $"{before + stored} titles embedded", ct);
        }

        return stored;
    }

    private async Task<List<(int Id, string Title)>> MissingAsync(int after, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Missing);
        command.Parameters.AddWithValue(models.Configured.Name);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(BatchSize);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(int, string)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetInt32(0), reader.GetString(1)));
        return rows;
    }

    private async Task<int> StoreAsync(List<(int Id, string Title)> rows, IReadOnlyList<float[]> vectors, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        for (var i = 0; i < rows.Count; i++)
        {
            var command = new NpgsqlBatchCommand(Store);
            command.Parameters.AddWithValue(models.Configured.Name);
            command.Parameters.AddWithValue(vectors[i].Length);
            command.Parameters.AddWithValue(rows[i].Id);
            command.Parameters.Add(new() { Value = vectors[i], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Real });
            command.Parameters.AddWithValue(EmbeddingModel.HashOf(rows[i].Title));
            batch.BatchCommands.Add(command);
        }

        return await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Only when every title has one of the configured model.</summary>
    private async Task ForgetOthersAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            DELETE FROM scenarios.embeddings WHERE model <> $1 AND NOT EXISTS (
                SELECT FROM scenarios.scenarios s WHERE NOT EXISTS (SELECT FROM scenarios.embeddings e WHERE e.scenario_id = s.id AND e.model = $1))
            """);
        command.Parameters.AddWithValue(models.Configured.Name);
        await command.ExecuteNonQueryAsync(ct);
    }
}

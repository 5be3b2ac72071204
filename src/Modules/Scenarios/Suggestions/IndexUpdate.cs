using Alicerce.Modules.Scenarios.Embeddings;
using Alicerce.Platform.Jobs;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>
/// Puts scenarios into this process's index as the table has them now. Whoever has changed them and whoever hears of it go through here, one after the
/// other, and each reads for himself: an older state never comes after a newer one (T000-19, T000-26).
/// </summary>
internal sealed class IndexUpdate(CatalogueReader catalogue, EmbeddingModels models, LiveIndex live, IJobQueue jobs) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task ApplyAsync(IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        await _turn.WaitAsync(ct);
        try
        {
            if (live.Current is not { } index) return;
            var rows = await catalogue.TheseAsync(index.Model, ids, ct);
            foreach (var gone in ids.Except(rows.Select(row => row.Scenario.Id))) index.Remove(gone);
            if (await PutAsync(index, rows, ct) > 0) await EmbedMissing.EnqueueAsync(jobs, models, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>How many of them nobody has embedded for good.</returns>
    public static async Task<int> PutAsync(SuggestionIndex index, IReadOnlyList<CatalogueRow> rows, CancellationToken ct)
    {
        var unknown = rows.Where(row => row.Vector is null).ToList();
        // The built-in model takes less time for it than the job for its first question.
        var vectors = index.Model.IsBuiltIn && unknown.Count > 0 ? await index.Model.EmbedAsync([.. unknown.Select(row => row.Scenario.Title)], ct) : null;
        for (var i = 0; i < unknown.Count; i++) index.Upsert(unknown[i].Scenario, vectors?[i]);
        foreach (var row in rows) if (row.Vector is { } vector) index.Upsert(row.Scenario, vector);
        return unknown.Count;
    }

    public void Dispose() => _turn.Dispose();
}

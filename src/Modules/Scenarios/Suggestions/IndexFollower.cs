using Alicerce.Modules.Scenarios.Embeddings;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>
/// Keeps the index of this process in step with the table: (1) a place in the log is taken, (2) everything is loaded, (3) what the log says after that
/// place is read again from the table and put into the index, for as long as the process lives. A notification only wakes (S000-SYNC-01, -02).
/// </summary>
internal sealed class IndexFollower(
    NpgsqlDataSource source, ChangeLog changes, CatalogueReader catalogue, EmbeddingModels models, LiveIndex live, IndexUpdate update, Notifications notifications, IJobQueue jobs, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService
{
    // Whoever was away longer than half of what the log keeps reads everything anew.
    private static readonly TimeSpan s_longestGap = TimeSpan.FromDays(3);
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan s_betweenPrunes = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_pendingPoll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    private const int LoadBatch = 1_000;

    private Place? _place;
    private DateTimeOffset _nextPrune = DateTimeOffset.MinValue;
    private Task? _graph;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!live.IsOpen) return;
        using var wakeUp = new WakeUpCall();
        using var subscription = notifications.Subscribe(ChangeLog.Channel, _ => wakeUp.Ring());
        for (var failures = 0; !stoppingToken.IsCancellationRequested; failures++)
        {
            try
            {
                await FollowAsync(wakeUp, () => failures = 0, stoppingToken);
            }
            catch (Exception e) when (e is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                // Whatever it was: suggestions go on with what is known, and the page of the index says since when (T000-08).
                live.Failed(e.Message);
                log.LogWarning(e, "The index of scenarios does not follow the table for now; it tries again by itself.");
                var pause = TimeSpan.FromMilliseconds(200 * Math.Pow(2, Math.Min(failures, 6)));
                await wakeUp.WaitAsync(pause < s_longestPause ? pause : s_longestPause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task FollowAsync(WakeUpCall wakeUp, Action succeeded, CancellationToken ct)
    {
        if (_place is null || live.SinceSync > s_longestGap) await LoadAsync(ct);
        while (!ct.IsCancellationRequested)
        {
            var batch = await changes.AfterAsync(_place!.Value, ct);
            if (batch.IsEmptied) await LoadAsync(ct);
            else if (batch.Changed.Count > 0) await ApplyAsync(batch.Changed, ct);
            if (!batch.IsEmptied) _place = batch.End;
            live.Synced(_place!.Value, batch.IsPending);
            succeeded();
            await PruneAsync(ct);
            if (_graph is null or { IsCompleted: true } && live.Current is { NeedsGraph: true } index) _graph = BuildGraphAsync(index, ct);
            if (batch.IsFull) continue;
            await wakeUp.WaitAsync(batch.IsPending ? s_pendingPoll : s_poll, ct);
        }
    }

    private async Task PruneAsync(CancellationToken ct)
    {
        if (clock.GetUtcNow() < _nextPrune) return;
        await changes.PruneAsync(s_kept, ct);
        _nextPrune = clock.GetUtcNow() + s_betweenPrunes;
    }

    /// <summary>Searches are answered from every vector until it is there, and go on so if it cannot be built.</summary>
    private async Task BuildGraphAsync(SuggestionIndex index, CancellationToken ct)
    {
        try
        {
            var started = clock.GetTimestamp();
            await index.BuildGraphAsync(new Progress<double>(part => live.BuildingGraph(Math.Round(part, 3))), ct);
            log.LogInformation("{Count} titles are searched by a graph from now on; it took {Seconds:F1} s.", index.VectorCount, clock.GetElapsedTime(started).TotalSeconds);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !ct.IsCancellationRequested)
        {
            log.LogError(e, "The graph of the scenarios' vectors was not built; every vector is looked at instead, and it is tried again with the next change.");
        }
        finally
        {
            live.BuildingGraph(null);
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await UsePgVectorAsync(ct);
        // First the place, then the rows: what happens in between is read twice, never missed.
        var place = await changes.NowAsync(ct);
        var model = await ServingAsync(ct);
        var started = clock.GetTimestamp();
        var index = new SuggestionIndex(model);
        var missing = 0;
        await foreach (var batch in catalogue.AllAsync(model, ct).Chunk(LoadBatch).WithCancellation(ct)) missing += await IndexUpdate.PutAsync(index, batch, ct);
        live.Replace(index);
        _place = place;
        log.LogInformation("The index of scenarios is loaded: {Count} titles of {Model} in {Seconds:F1} s.", index.Count, model.Name, clock.GetElapsedTime(started).TotalSeconds);
        if (missing > 0 || model != models.Configured) await EmbedMissing.EnqueueAsync(jobs, models, ct);
    }

    /// <summary>Without it only a cold index finds less.</summary>
    private async Task UsePgVectorAsync(CancellationToken ct)
    {
        try
        {
            await PgVector.UseAsync(source, ct);
        }
        catch (PostgresException e)
        {
            log.LogWarning("pgvector is not used: {Reason}", e.MessageText);
        }
    }

    /// <summary>The configured model, once it knows nine titles of ten; until then the built-in one, which needs no time to learn them.</summary>
    private async Task<EmbeddingModel> ServingAsync(CancellationToken ct)
    {
        if (models.Configured.IsBuiltIn) return models.Configured;
        var (total, missing) = await catalogue.CoverageAsync(models.Configured, ct);
        return missing * 10 <= total ? models.Configured : models.BuiltIn;
    }

    private async Task ApplyAsync(IReadOnlyCollection<int> ids, CancellationToken ct)
    {
        await update.ApplyAsync(ids, ct);
        // The job of another model writes vectors that this index does not use, until there are enough of them.
        if (live.Current is { } index && index.Model != models.Configured && await ServingAsync(ct) == models.Configured) await LoadAsync(ct);
    }
}

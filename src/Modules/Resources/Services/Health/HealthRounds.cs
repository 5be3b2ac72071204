using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>
/// Looks at each service when it is due; several processes share the work and never look twice (T004-26). Only as many are taken as there are free slots, and
/// each owner leaves as many free as it has, so services that hang keep nobody else's waiting, however many owners have some. A killed process costs one look each.
/// </summary>
internal sealed class HealthRounds(HealthStore store, HealthProbes probes, HealthOptions options, TimeProvider clock, ILogger<HealthRounds> log) : BackgroundService
{
    private readonly SemaphoreSlim _slots = new(options.Concurrency, options.Concurrency);
    private readonly ConcurrentDictionary<int, int> _ofOwner = new();
    private readonly Channel<Look> _found = Channel.CreateUnbounded<Look>();

    public override void Dispose()
    {
        _slots.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var writing = WriteAsync();
        await TakeAsync(stoppingToken);
        for (var i = 0; i < options.Concurrency; i++) await _slots.WaitAsync(CancellationToken.None);
        _found.Writer.Complete();
        await writing;
    }

    private async Task TakeAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.RoundInterval, clock);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(ct);
                if (_slots.CurrentCount is > 0 and var free) await StartAsync(await store.ClaimDueAsync(clock.GetUtcNow(), free, options.OwnerConcurrency, options.Lease, _ofOwner.Where(owner => owner.Value > 0).ToDictionary(), ct), ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // What is due becomes due again, so nothing that goes wrong ends this loop.
                log.LogWarning("Looks at services wait: {Reason}", e.Message);
            }
        }
    }

    private async Task StartAsync(IReadOnlyList<LookTarget> due, CancellationToken ct)
    {
        if (due.Count == 0) return;
        var look = await probes.OpenAsync(ct);
        foreach (var target in due)
        {
            await _slots.WaitAsync(ct);
            _ofOwner.AddOrUpdate(target.Owner, 1, (_, looks) => looks + 1);
            _ = LookAsync(target, look, ct);
        }
    }

    private async Task LookAsync(LookTarget target, Func<LookTarget, CancellationToken, Task<Look>> look, CancellationToken ct)
    {
        try
        {
            await _found.Writer.WriteAsync(await look(target, ct), CancellationToken.None);
        }
        catch (Exception e)
        {
            if (!ct.IsCancellationRequested) log.LogWarning("A look at service {Service} failed: {Reason}", target.Id, e.Message);
        }
        finally
        {
            if (_ofOwner.AddOrUpdate(target.Owner, 0, (_, looks) => looks - 1) == 0) _ofOwner.TryRemove(new(target.Owner, 0));
            _slots.Release();
        }
    }

    /// <summary>Writes what was found as it comes, also while the server stops: the service was asked, and its next time has moved on.</summary>
    private async Task WriteAsync()
    {
        var batch = new List<Look>();
        while (await _found.Reader.WaitToReadAsync())
        {
            while (batch.Count < options.BatchSize && _found.Reader.TryRead(out var look)) batch.Add(look);
            try
            {
                await store.WriteAsync(batch, CancellationToken.None);
            }
            catch (Exception e)
            {
                log.LogWarning("{Count} looks at services were not written: {Reason}", batch.Count, e.Message);
            }

            batch.Clear();
        }
    }
}

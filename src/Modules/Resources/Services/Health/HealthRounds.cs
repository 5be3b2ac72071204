using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>Looks at each service when it is due; several processes share the work and never look twice (T004-26). A killed round costs one look each.</summary>
internal sealed class HealthRounds(HealthStore store, HealthProbes probes, HealthOptions options, TimeProvider clock, ILogger<HealthRounds> log) : BackgroundService
{
    /// <returns>How many services were due.</returns>
    internal async Task<int> LookAsync(CancellationToken ct)
    {
        var due = await store.ClaimAsync(clock.GetUtcNow(), options.RoundSize, ct);
        // What was found is written although the server stops: the service was asked, and its next time has moved on.
        await store.WriteAsync(await probes.LookAsync(due, ct), CancellationToken.None);
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.RoundInterval, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                while (await LookAsync(stoppingToken) == options.RoundSize) stoppingToken.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
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
}

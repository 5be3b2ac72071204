using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Audit;

/// <summary>Seals twice a second, for as long as the process lives.</summary>
internal sealed class AuditSealing(AuditSealer sealer, TimeProvider clock, ILogger<AuditSealing> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var isTold = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await sealer.SealAsync(stoppingToken);
                isTold = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // What is not sealed waits, so no failure of the driver or the disk ends this loop.
                if (!isTold) log.LogWarning("The audit log waits to be sealed: {Reason}", e.Message);
                isTold = true;
            }
        }
    }
}

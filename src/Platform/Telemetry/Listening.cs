using Microsoft.Extensions.Hosting;

namespace Alicerce.Platform.Telemetry;

/// <summary>Makes the listeners before the first request and the first job, so that nothing goes uncounted.</summary>
#pragma warning disable CS9113 // Being made is all that is wanted of them.
internal sealed class Listening(Metrics metrics, RecentTimings timings, Traces traces) : IHostedService
#pragma warning restore CS9113
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

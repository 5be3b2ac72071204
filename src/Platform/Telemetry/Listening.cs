using Alicerce.Platform.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alicerce.Platform.Telemetry;

/// <summary>Makes the listeners before the first request and the first job, so that nothing goes uncounted.</summary>
internal sealed class Listening(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<Metrics>();
        services.GetRequiredService<RecentTimings>();
        services.GetRequiredService<Tally>();
        services.GetRequiredService<Traces>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Alerts;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Tests.Redis;
using Alicerce.Platform.Web.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Tests.Alerts;

/// <summary>A process that looks for alerts when the test says so, and sends what it found.</summary>
internal sealed class AlertsHost : IAsyncDisposable
{
    private static readonly JobOptions Jobs = new() { PollInterval = TimeSpan.FromMilliseconds(100), CallGap = TimeSpan.Zero, BackOff = TimeSpan.Zero };
    private readonly IHost _host;

    private AlertsHost(IHost host) => _host = host;

    public HttpMetrics Http => _host.Services.GetRequiredService<HttpMetrics>();

    public IServiceProvider Services => _host.Services;

    /// <summary>What the watch logged.</summary>
    public RecordingLog<AlertBook> Log { get; } = new();

    public static async Task<AlertsHost> StartAsync(TestDatabase database, AlertOptions options, TimeProvider clock, CancellationToken ct, params IDependency[] dependencies)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(clock);
        builder.Services.AddDatabase(database.Address);
        builder.Services.AddCache();
        builder.Services.AddJobQueue(Jobs);
        builder.Services.AddSingleton<HttpMetrics>();
        builder.Services.AddSingleton<Operations>();
        builder.Services.AddSingleton<Dependencies>();
        foreach (var dependency in dependencies) builder.Services.AddSingleton(dependency);
        builder.Services.AddAlerts(options);
        builder.Services.AddSingleton(_ => new SlackWebhook(options, (address, _) => Task.FromResult(EgressPolicy.Only(address)), TimeProvider.System));
        builder.Services.AddSingleton<AlertWatch>();
        builder.Services.AddJobHandler<SendAlerts, AlertNews>(SendAlerts.JobType);
        builder.Services.AddJobWorker();
        AlertsHost? started = null;
        builder.Services.AddSingleton<ILogger<AlertBook>>(_ => started!.Log);
        started = new AlertsHost(builder.Build());
        started._host.Services.GetRequiredService<Tally>();
        await started._host.StartAsync(ct);
        return started;
    }

    public Task LookAsync(CancellationToken ct) => _host.Services.GetRequiredService<AlertWatch>().LookAsync(ct);

    /// <summary>So many answers of one route.</summary>
    public void Answer(int count, double milliseconds = 10, int status = 200, string path = "/x")
    {
        for (var i = 0; i < count; i++)
        {
            Http.Started();
            Http.Ended("GET", path, status, TimeSpan.FromMilliseconds(milliseconds));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}

using Alicerce.Contracts;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Tests.Events;

/// <summary>A process with a relay and a worker, whose module has these consumers.</summary>
internal sealed class EventsHost : IAsyncDisposable
{
    // A poll would hide a lost wake-up.
    private static readonly JobOptions Options = new() { PollInterval = TimeSpan.FromMinutes(5), CallGap = TimeSpan.Zero, BackOff = TimeSpan.Zero };
    private readonly IHost _host;

    private EventsHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    /// <param name="change">Adds to what it has.</param>
    /// <param name="isOpen">False: the work's doors of this process are closed.</param>
    public static async Task<EventsHost> StartAsync(TestDatabase database, bool isOpen, IReadOnlyList<Consumer> consumers, CancellationToken ct, Action<IServiceCollection>? change = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDatabase(database.Address);
        builder.Services.AddJobQueue(Options);
        builder.Services.AddWork(new Module(consumers), isOpen);
        builder.Services.AddHostedService<FactRelay>();
        builder.Services.AddJobWorker();
        change?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync(ct);
        return new EventsHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    /// <summary>A consumer of the test's own making.</summary>
    internal sealed record Consumer(string Name, string EventType, Func<EventEnvelope, JobContext, CancellationToken, Task> Handle);

    private sealed class Module(IReadOnlyList<Consumer> consumers) : IModule
    {
        public string Name => "probe";

        public ModuleSchema? Schema => null;

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }

        public void AddWorkers(IServiceCollection services)
        {
            // One handler type serves all of them: which consumer a job is for, its type says.
            services.AddSingleton(consumers);
            foreach (var consumer in consumers) services.AddConsumer<Handler>(consumer.Name, consumer.EventType);
        }

        public void MapEndpoints(IEndpointRouteBuilder api)
        {
        }
    }

    private sealed class Handler(IReadOnlyList<Consumer> consumers) : IConsumer
    {
        public Task HandleAsync(EventEnvelope fact, JobContext job, CancellationToken ct) =>
            consumers.Single(consumer => job.Type == Consumers.JobTypeOf(consumer.Name)).Handle(fact, job, ct);
    }
}

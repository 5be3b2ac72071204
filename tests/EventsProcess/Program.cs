using Alicerce.EventsProcess;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// What a server does with facts and jobs, as a program of its own that a test can kill: relay, worker, schedules, and a module with two consumers.
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
builder.Logging.SetMinimumLevel(LogLevel.None);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase(new DatabaseAddress(args[0], args[0]), poolSize: 10);
if (args is [_, var redis] && RedisUrl.TryParse(redis, out var options, out _))
    builder.Services.AddRedis(options, new OwnEndpoints([])).AddEventStreams(new StreamOptions { ClaimInterval = TimeSpan.FromMilliseconds(100), ClaimAfter = TimeSpan.FromMilliseconds(500) });
builder.Services.AddJobQueue(new JobOptions { Lease = TimeSpan.FromSeconds(1), PollInterval = TimeSpan.FromMilliseconds(100), BackOff = TimeSpan.Zero });
builder.Services.AddHostedService<FactRelay>();
builder.Services.AddHostedService<Scheduler>();
builder.Services.AddWork(new LedgerModule(), isOpen: true);
builder.Services.AddJobWorker();
await builder.Build().RunAsync();

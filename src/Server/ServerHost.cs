using Alicerce.Outbound;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Backups;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Keys;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Logging;
using Microsoft.AspNetCore.HttpOverrides;

namespace Alicerce.Server;

/// <summary>
/// The running server: (1) read and check the settings, (2) open the database, (3) migrate it, (4) find its master key, (5) build every room and open
/// the doors of the role, (6) make the first admin, (7) listen. Disposing it goes the same way back.
/// </summary>
public sealed class ServerHost : IAsyncDisposable
{
    private readonly OpenDatabase _database;

    private ServerHost(WebApplication app, OpenDatabase database) => (App, _database) = (app, database);

    public WebApplication App { get; }

    /// <summary>Where it listens, with the real port when 0 was asked for.</summary>
    public IReadOnlyCollection<string> Urls => [.. App.Urls];

    /// <exception cref="StartupException">Something about the machine or the settings is wrong; the message lists all of it.</exception>
    public static async Task<ServerHost> StartAsync(IConfiguration settings, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        var options = ReadOptions(settings, modules);
        var root = DataRoot.Open(options.DataFolder);
        var schemas = SchemasOf(modules);
        var database = await OpenDatabase.OpenAsync(options, root, schemas, ct);
        try
        {
            var refused = await new Migrator(database.Address, schemas).UpAsync(ct);
            var identity = await ClusterIdentity.ReadAsync(database.Address.AppConnectionString, ct);
            var key = await new MasterKeys(root, options.MasterKey).OpenAsync(database.Address.AppConnectionString, ct);
            var app = Build(settings, options, root, database.Address, identity, key, modules);
            try
            {
                foreach (var extension in refused) app.Services.GetRequiredService<ILogger<Migrator>>().LogWarning("{Refusal}", extension);
                await app.Services.GetRequiredService<AdminToken>().EnsureAsync(ct);
                await app.StartAsync(ct);
                return new ServerHost(app, database);
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }

    internal static ServerOptions ReadOptions(IConfiguration settings, IReadOnlyList<IModule> modules)
    {
        var mistakes = new List<string>();
        return ServerOptions.Read(settings, modules, mistakes)
            ?? throw new StartupException($"The settings have {mistakes.Count} mistake{(mistakes.Count == 1 ? "" : "s")}:\n{string.Join('\n', mistakes.Select(mistake => $"  - {mistake}"))}");
    }

    internal static List<ISealedStore> SealedOf(IReadOnlyList<IModule> modules) => [.. modules.Select(module => module.Sealed).OfType<ISealedStore>()];

    internal static List<ModuleSchema> SchemasOf(IReadOnlyList<IModule> modules) => [.. modules.Select(module => module.Schema).OfType<ModuleSchema>()];

    /// <summary>Builds all rooms and the doors of the role; touches no database yet.</summary>
    internal static WebApplication Build(
        IConfiguration settings, ServerOptions options, DataRoot root, DatabaseAddress address, ClusterIdentity identity, MasterKey key, IReadOnlyList<IModule> modules)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ServerHost).Assembly.GetName().Name });
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseKestrel();
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Logging.AddJsonLines(options.LogLevel);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(root);
        builder.Services.AddSingleton(identity);
        var own = new OwnEndpoints(identity.Endpoints);
        builder.Services.AddSingleton(new EgressPolicy { Allowed = options.EgressAllow, OwnEndpoints = own });
        builder.Services.AddSingleton(own);
        builder.Services.AddSingleton(new OtherProcesses(options.OwnUrls));
        builder.Services.AddSingleton<OwnHttp>();
        builder.Services.AddAuditLog(key);
        builder.Services.AddSingleton(options.Backups);
        builder.Services.AddSingleton(new Backup(address, root, SchemasOf(modules), key, options.PostgresBinaries));
        builder.Services.AddDatabase(address, options.PoolSize);
        if (options.Redis is { } redis) builder.Services.AddRedis(redis, own).AddEventStreams(options.Streams);
        builder.Services.AddCache();
        builder.Services.AddJobQueue(options.Jobs);
        builder.Services.AddSingleton(options.Limits);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            if (options.TrustedProxies.Count > 0) forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in options.TrustedProxies) forwarded.KnownIPNetworks.Add(proxy);
        });
        builder.Services.AddWebConventions(options.CrossOrigin);
        builder.Services.AddTelemetry(options.Telemetry);
        foreach (var module in modules) module.AddServices(builder.Services, settings);
        foreach (var module in modules) builder.Services.AddWork(module, options.Roles.OpensWork(module));
        if (options.Jobs.Concurrency > 0) builder.Services.AddJobWorker();

        var app = builder.Build();
        app.UseWebConventions(options.RequiresHttps);
        app.MapCommonEndpoints();
        if (!options.Roles.OpensAnyHttp) return app;
        app.MapConsole(ConsoleFiles.Load());
        var api = app.MapApi();
        foreach (var module in modules.Where(options.Roles.OpensHttp)) module.MapEndpoints(api);
        return app;
    }
}

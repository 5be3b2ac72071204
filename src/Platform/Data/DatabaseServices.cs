using Alicerce.Platform.Web.Health;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>Registration of the one database.</summary>
public static class DatabaseServices
{
    /// <summary>Then a connection is replaced, so that a change behind the database's address is seen (S001-DB-01).</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    /// <summary>The connection pool, the notification listener and the platform's own schema.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseAddress address, int poolSize = 30)
    {
        var settings = new NpgsqlConnectionStringBuilder(address.AppConnectionString)
        {
            ApplicationName = "alicerce",
            MaxPoolSize = poolSize,
            ConnectionLifetime = (int)LongestLife.TotalSeconds,
            // No automatic preparation: after a failed statement this version of the driver may answer later ones with "unexpected message
            // DataRow" (npgsql issue 6391, open). A statement that is worth it prepares itself.
            MaxAutoPrepare = 0,
        };
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = settings.ApplicationName }.Build());
        services.AddSingleton<IDependency, PostgresDependency>();
        services.AddSingleton<Notifications>();
        services.AddHostedService(provider => provider.GetRequiredService<Notifications>());
        return services.AddModuleDb<PlatformDb>(PlatformDb.SchemaName);
    }

    /// <summary>A module's context, one a scope, on the shared pool.</summary>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services, string schema)
        where TDb : ModuleDb =>
        services.AddDbContext<TDb>(
            (provider, options) => options.UseNpgsql(
                provider.GetRequiredService<NpgsqlDataSource>(),
                npgsql => npgsql.MigrationsHistoryTable(ModuleDb.HistoryTable, schema)),
            // Nothing of the options belongs to a scope: built once, not for each request.
            optionsLifetime: ServiceLifetime.Singleton);
}

using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Modules.Resources;

/// <summary>The schema <c>resources</c>: ports, secrets and services (S004-DATA-01…04).</summary>
internal sealed class ResourcesDb(DbContextOptions<ResourcesDb> options, TimeProvider clock) : ModuleDb(options, SchemaName, clock)
{
    public const string SchemaName = "resources";

    public static ModuleSchema ForMigrations { get; } = ModuleSchema.Of<ResourcesDb>(SchemaName, (options, clock) => new ResourcesDb(options, clock));

    public DbSet<HostAlias> HostAliases => Set<HostAlias>();

    public DbSet<PortAllocation> Allocations => Set<PortAllocation>();

    public DbSet<PortRange> Ranges => Set<PortRange>();

    public DbSet<StoredSecret> Secrets => Set<StoredSecret>();

    public DbSet<SecretVersion> SecretVersions => Set<SecretVersion>();

    public DbSet<RegisteredService> Services => Set<RegisteredService>();

    public DbSet<ServiceCheck> Checks => Set<ServiceCheck>();

    /// <summary>Who follows changes hears of ports, ranges, hosts and services, whichever slice changed them.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var told = ResourceFacts.In(ChangeTracker);
        if (told.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await Outbox.WriteAsync((NpgsqlTransaction)(own ?? Database.CurrentTransaction!).GetDbTransaction(), told.ConvertAll(fact => fact()), cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return written;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ResourcesDb).Assembly);
    }
}

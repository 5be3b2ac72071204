using Alicerce.Platform.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Data;

/// <summary>The schema <c>platform</c>: what every module is about. The one schema that others may point at with foreign keys (D1).</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options, TimeProvider clock) : ModuleDb(options, SchemaName, clock)
{
    public const string SchemaName = "platform";

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectEnvironment> Environments => Set<ProjectEnvironment>();

    public DbSet<Datasource> Datasources => Set<Datasource>();

    public DbSet<User> Users => Set<User>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Schedule> Schedules => Set<Schedule>();

    public DbSet<Measurement> Measurements => Set<Measurement>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    public DbSet<ReceivedEvent> ReceivedEvents => Set<ReceivedEvent>();

    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    public DbSet<AuditRow> AuditLog => Set<AuditRow>();

    public DbSet<RecordedKey> MasterKeys => Set<RecordedKey>();

    public static ModuleSchema ForMigrations { get; } = ModuleSchema.Of<PlatformDb>(SchemaName, (options, clock) => new PlatformDb(options, clock));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PlatformDb).Assembly);
    }
}

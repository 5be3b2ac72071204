using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Data;

/// <summary>
/// A module's own schema: snake_case names, its own migration history, times kept by the context. A module has exactly one, and nobody
/// else opens it.
/// </summary>
public abstract class ModuleDb(DbContextOptions options, string schema, TimeProvider clock) : DbContext(options)
{
    public const string HistoryTable = "migrations_history";

    public string Schema { get; } = schema;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampTimes();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: a blocked thread serves nobody.");

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.HasDefaultSchema(Schema);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
        configurationBuilder.Conventions.Add(_ => new TimestampDefaults());
    }

    private void StampTimes()
    {
        var now = clock.GetUtcNow();
        foreach (var entry in ChangeTracker.Entries<ITimestamped>())
        {
            if (entry.State == EntityState.Added) entry.Entity.CreatedAt = now;
            if (entry.State is EntityState.Added or EntityState.Modified) entry.Entity.UpdatedAt = now;
        }
    }
}

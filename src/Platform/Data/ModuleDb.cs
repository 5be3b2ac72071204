using Alicerce.Platform.Audit;
using Alicerce.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>
/// A module's own schema: snake_case names, its own migration history, times kept by the context. A module has exactly one, and nobody
/// else opens it.
/// </summary>
public abstract class ModuleDb(DbContextOptions options, string schema, TimeProvider clock) : DbContext(options)
{
    public const string HistoryTable = "migrations_history";

    private readonly List<Func<Fact>> _facts = [];

    public string Schema { get; } = schema;

    /// <summary>Says a fact; it is written with the next <see cref="SaveChangesAsync(bool, CancellationToken)"/>, in the same transaction.</summary>
    /// <param name="fact">Called after the rows are written, when new rows have their ids.</param>
    public void Publish(Func<Fact> fact) => _facts.Add(fact);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampTimes();
        var audited = AuditedChanges.In(ChangeTracker);
        if (!ChangeTracker.HasChanges()) Audit?.IsAccountedFor();
        if (_facts.Count == 0 && audited.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        var facts = _facts.ConvertAll(fact => fact());
        var transaction = (NpgsqlTransaction)(own ?? Database.CurrentTransaction!).GetDbTransaction();
        await Outbox.WriteAsync(transaction, facts, CorrelationId.Current, cancellationToken);
        if (audited.Count > 0) await RequiredAudit.WriteAsync(transaction, audited.ConvertAll(entry => entry()), cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        _facts.Clear();
        return written;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: a blocked thread serves nobody.");

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.HasDefaultSchema(Schema);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
        configurationBuilder.Conventions.Add(_ => new TimestampDefaults());
    }

    private AuditLog RequiredAudit => Audit ?? throw new InvalidOperationException($"Audited rows of '{Schema}' can only be saved where the audit log is registered: call AddAuditLog.");

    // A context of migrations or of a test may stand alone.
    private AuditLog? Audit => this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<AuditLog>();

    private void StampTimes()
    {
        // As precise as the database keeps it, so that what was just saved and what is read later are the same.
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        foreach (var entry in ChangeTracker.Entries<ITimestamped>())
        {
            if (entry.State == EntityState.Added) entry.Entity.CreatedAt = now;
            if (entry.State is EntityState.Added or EntityState.Modified) entry.Entity.UpdatedAt = now;
        }
    }
}

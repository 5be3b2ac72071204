using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing;

/// <summary>The schema <c>testing</c>: what was discovered, the suites and their cases, the runs and their results (S004-DATA-05…10).</summary>
internal sealed class TestingDb(DbContextOptions<TestingDb> options, TimeProvider clock) : ModuleDb(options, SchemaName, clock)
{
    public const string SchemaName = "testing";

    public static ModuleSchema ForMigrations { get; } = ModuleSchema.Of<TestingDb>(SchemaName, (options, clock) => new TestingDb(options, clock));

    public DbSet<StoredComponent> Components => Set<StoredComponent>();

    public DbSet<StoredDocument> Documents => Set<StoredDocument>();

    public DbSet<StoredFinding> Findings => Set<StoredFinding>();

    public DbSet<ScanSource> ScanSources => Set<ScanSource>();

    public DbSet<RememberedFile> RememberedFiles => Set<RememberedFile>();

    public DbSet<StoredSuite> Suites => Set<StoredSuite>();

    public DbSet<StoredCase> Cases => Set<StoredCase>();

    public DbSet<StoredRun> Runs => Set<StoredRun>();

    public DbSet<StoredResult> Results => Set<StoredResult>();

    public DbSet<CaseStart> CaseStarts => Set<CaseStart>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TestingDb).Assembly);
    }
}

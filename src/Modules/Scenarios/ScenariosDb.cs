using Alicerce.Modules.Scenarios.Rows;
using Alicerce.Modules.Scenarios.Suggestions;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Scenarios;

/// <summary>The schema <c>scenarios</c>: the catalogue, the vectors of its titles, and the log of its changes (S000-DB-02…04).</summary>
internal sealed class ScenariosDb(DbContextOptions<ScenariosDb> options, TimeProvider clock) : ModuleDb(options, SchemaName, clock)
{
    public const string SchemaName = "scenarios";

    public static ModuleSchema ForMigrations { get; } = ModuleSchema.Of<ScenariosDb>(SchemaName, (options, clock) => new ScenariosDb(options, clock)) with
    {
        OptionalExtensions = [PgVector.Extension],
        NotBackedUp = [PgVector.Table],
        BackedUpEmpty = ["scenario_changes"],
    };

    public DbSet<StoredScenario> Scenarios => Set<StoredScenario>();

    public DbSet<StoredEmbedding> Embeddings => Set<StoredEmbedding>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ScenariosDb).Assembly);
    }
}

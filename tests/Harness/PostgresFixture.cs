using Alicerce.Platform.Data;
using Npgsql;
using Xunit;

namespace Alicerce.Harness;

/// <summary>Class fixture: a database of its own for a test class. Derive from it to add a module's schema.</summary>
public class PostgresFixture : IAsyncLifetime
{
    private TestDatabase? _database;

    /// <summary>The schemas whose migrations the database gets; the platform's always first.</summary>
    protected virtual IReadOnlyList<ModuleSchema> Schemas { get; } = [PlatformDb.ForMigrations];

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public NpgsqlDataSource Source => Database.Source;

    public async ValueTask InitializeAsync() => _database = await TestCluster.CreateDatabaseAsync(Schemas, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

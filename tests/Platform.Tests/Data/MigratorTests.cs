using Alicerce.Harness;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Platform.Tests.Data;

public sealed class MigratorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Trap", "T001-54")]
    public async Task Servers_that_start_at_once_on_an_empty_database_all_succeed()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([], Ct);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Migrator(database).UpAsync(Ct)));
        (await Migrator(database).PendingAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S001-DB-10")]
    public async Task Every_migration_can_be_taken_back_and_applied_again()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([], Ct);
        var migrator = Migrator(database);
        await migrator.UpAsync(Ct);
        var applied = await AppliedAsync(database);
        await migrator.DownAsync("platform", applied, Ct);
        (await ScalarAsync(database, "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = 'platform' AND relkind IN ('r', 'S') AND relname <> 'migrations_history'")).ShouldBe(0L);
        await migrator.UpAsync(Ct);
        (await AppliedAsync(database)).ShouldBe(applied);
    }

    [Fact]
    public async Task Taking_back_more_than_there_is_says_so()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        (await Should.ThrowAsync<StartupException>(() => Migrator(database).DownAsync("platform", 999, Ct))).Message.ShouldContain("'999' cannot be taken back");
        (await Should.ThrowAsync<StartupException>(() => Migrator(database).DownAsync("nowhere", 1, Ct))).Message.ShouldContain("There are: platform");
    }

    [Fact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using var connection = new NpgsqlConnection("Host=127.0.0.1");
        await using var db = PlatformDb.ForMigrations.Open(connection);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    [Trait("Req", "S001-DB-04")]
    public async Task Names_in_the_database_are_snake_case()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        (await ScalarAsync(database, "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'platform' AND table_name <> 'migrations_history' AND (column_name !~ '^[a-z0-9_]+$' OR table_name !~ '^[a-z0-9_]+$')")).ShouldBe(0L);
    }

    [Fact]
    [Trait("Req", "S001-ANTI-01")]
    public async Task The_servers_role_reads_and_writes_rows_and_can_make_or_drop_no_table()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await ExecuteAsync(database, "INSERT INTO platform.projects (name) VALUES ('shop')");
        foreach (var forbidden in new[] { "CREATE TABLE platform.mine (id int)", "CREATE TABLE public.mine (id int)", "DROP TABLE platform.projects", "CREATE SCHEMA mine", "CREATE EXTENSION pg_trgm", "CREATE ROLE mine" })
        {
            var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(database, forbidden), forbidden);
            refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    private static Migrator Migrator(TestDatabase database) => new(database.Address, [PlatformDb.ForMigrations]);

    private static async Task<int> AppliedAsync(TestDatabase database) => (int)(long)(await ScalarAsync(database, "SELECT count(*) FROM platform.migrations_history"))!;

    private static async Task<object?> ScalarAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}

using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;
using Npgsql;

namespace Alicerce.Platform.Tests.Data;

/// <summary>Of PostgreSQL's own extensions, the owner of a database may make <c>citext</c>; <c>pageinspect</c> wants a superuser.</summary>
public sealed class OptionalExtensionsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Trap", "T000-10")]
    public async Task On_a_fresh_private_database_the_vector_type_is_there_before_migrations_and_for_every_role_of_the_pool()
    {
        await Requires.PgvectorAsync(Ct);
        await using var database = await PrivateDatabase.OpenAsync(DataRoot.Open(_folder["data"]), null, ["vector"], Ct);
        var platform = PlatformDb.ForMigrations;
        var schema = platform with
        {
            Open = connection =>
            {
                Execute(connection, "CREATE TABLE IF NOT EXISTS platform.meanings (embedding vector(3))");
                return platform.Open(connection);
            },
        };
        await new Migrator(database.Address, [schema]).UpAsync(Ct);

        await using var pool = NpgsqlDataSource.Create(database.Address.AppConnectionString);
        await using var write = pool.CreateCommand("INSERT INTO platform.meanings VALUES ($1::real[]::vector)");
        write.Parameters.AddWithValue(new[] { 1f, 0f, 0f });
        await write.ExecuteNonQueryAsync(Ct);
        await using var read = pool.CreateCommand("SELECT embedding <=> '[0,1,0]' FROM platform.meanings");
        (await read.ExecuteScalarAsync(Ct)).ShouldBe(1d);
    }

    [Fact]
    public async Task An_extension_that_is_not_installed_is_done_without()
    {
        await using (var own = await PrivateDatabase.OpenAsync(DataRoot.Open(_folder["data"]), null, ["not_installed"], Ct))
            (await Migrator(own.Address, "not_installed").UpAsync(Ct)).ShouldBeEmpty();

        await using var database = await TestCluster.CreateDatabaseAsync([], Ct);
        (await Migrator(database.Address, "not_installed").UpAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_the_owner_may_not_make_is_told_with_the_command_for_an_administrator_and_migrations_go_on()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([], Ct);
        var refused = (await Migrator(database.Address, "pageinspect").UpAsync(Ct)).ShouldHaveSingleItem();

        refused.ToString().ShouldContain($"permission denied to create extension \"pageinspect\"");
        refused.ToString().ShouldContain($"in the database '{database.Name}': {refused.Command}");
        (await Migrator(database.Address, "pageinspect").PendingAsync(Ct)).ShouldBeEmpty();

        await using (var administrator = NpgsqlDataSource.Create(database.SuperuserConnectionString))
        await using (var command = administrator.CreateCommand(refused.Command))
            await command.ExecuteNonQueryAsync(Ct);
        (await Migrator(database.Address, "pageinspect").UpAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_asked_for_later_is_made_at_that_start_also_when_servers_start_at_once()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        (await ExistsAsync(database, "citext")).ShouldBeFalse();

        var refused = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Migrator(database.Address, "citext").UpAsync(Ct)));

        refused.ShouldAllBe(each => each.Count == 0);
        (await ExistsAsync(database, "citext")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_private_cluster_makes_at_the_next_start_what_was_installed_or_asked_for_since()
    {
        var root = DataRoot.Open(_folder["data"]);
        await using (await PrivateDatabase.OpenAsync(root, null, [], Ct))
        {
        }

        await using var again = await PrivateDatabase.OpenAsync(root, null, ["pageinspect"], Ct);
        (await Migrator(again.Address, "pageinspect").UpAsync(Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Databases_of_tests_have_them_as_a_private_one_has()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations with { OptionalExtensions = ["pageinspect", "not_installed"] }], Ct);
        (await ExistsAsync(database, "pageinspect")).ShouldBeTrue();
    }

    private static Migrator Migrator(DatabaseAddress address, string extension) => new(address, [PlatformDb.ForMigrations with { OptionalExtensions = [extension] }]);

    private static async Task<bool> ExistsAsync(TestDatabase database, string extension)
    {
        await using var command = database.Source.CreateCommand("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = $1)");
        command.Parameters.AddWithValue(extension);
        return (bool)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}

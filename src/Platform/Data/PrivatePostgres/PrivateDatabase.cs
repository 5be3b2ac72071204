using Npgsql;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>
/// What a server without <c>DATABASE_URL</c> owns: the locked data folder, the cluster in it, its roles and its one database (D2).
/// </summary>
public sealed class PrivateDatabase : IAsyncDisposable
{
    public const string OwnerRole = "alicerce_owner";
    public const string AppRole = "alicerce_app";
    public const string Name = "alicerce";

    private readonly DataRootLock _lock;
    private readonly PrivateCluster _cluster;

    private PrivateDatabase(DataRootLock rootLock, PrivateCluster cluster, DatabaseAddress address) =>
        (_lock, _cluster, Address) = (rootLock, cluster, address);

    public DatabaseAddress Address { get; }

    /// <summary>Process id of the shell that holds our pipe; its end means that the server is down.</summary>
    public int ClusterProcessId => _cluster.ProcessId;

    /// <param name="extensions">Extensions that modules use where they are installed; only here the superuser is used.</param>
    public static async Task<PrivateDatabase> OpenAsync(DataRoot root, string? binariesFolder, IReadOnlyList<string> extensions, CancellationToken ct)
    {
        var rootLock = DataRootLock.Take(root);
        try
        {
            var credentials = ClusterCredentials.LoadOrCreate(root);
            var binaries = await PostgresBinaries.LocateAsync(root, binariesFolder, ClusterFolder.MajorOf(root.ClusterFolder), ct);
            var account = await ClusterAccount.ChooseAsync(root.ClusterFolder, ct);
            var cluster = await PrivateCluster.StartAsync(new ClusterOptions(root.ClusterFolder, binaries, account, credentials.Superuser), ct);
            try
            {
                var address = await PrepareAsync(cluster, credentials, extensions, ct);
                return new PrivateDatabase(rootLock, cluster, address);
            }
            catch
            {
                await cluster.DisposeAsync();
                throw;
            }
        }
        catch
        {
            rootLock.Dispose();
            throw;
        }
    }

    /// <summary>The database that a running server of this data folder has opened; null when none runs.</summary>
    public static DatabaseAddress? FindRunning(DataRoot root)
    {
        if (!DataRootLock.IsTaken(root) || ClusterFolder.PortOf(root.ClusterFolder) is not { } port) return null;
        var credentials = ClusterCredentials.LoadOrCreate(root);
        return new DatabaseAddress(
            PrivateCluster.ConnectionString(port, Name, OwnerRole, credentials.Owner.Reveal()), PrivateCluster.ConnectionString(port, Name, AppRole, credentials.App.Reveal()));
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _lock.Dispose();
    }

    private static async Task<DatabaseAddress> PrepareAsync(PrivateCluster cluster, ClusterCredentials credentials, IReadOnlyList<string> extensions, CancellationToken ct)
    {
        await using (var server = NpgsqlDataSource.Create(Unpooled(cluster.ConnectionString())))
        {
            await EnsureRoleAsync(server, OwnerRole, credentials.Owner.Reveal(), ct);
            await EnsureRoleAsync(server, AppRole, credentials.App.Reveal(), ct);
            if (!await ExistsAsync(server, "SELECT 1 FROM pg_database WHERE datname = $1", Name, ct))
                await ExecuteAsync(server, $"CREATE DATABASE {Name} OWNER {OwnerRole}", ct);
            await ExecuteAsync(server, $"REVOKE ALL ON DATABASE {Name} FROM PUBLIC; GRANT CONNECT, TEMPORARY ON DATABASE {Name} TO {AppRole}", ct);
        }

        await using (var database = NpgsqlDataSource.Create(Unpooled(cluster.ConnectionString(Name))))
        {
            await ExecuteAsync(database, $"REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO {AppRole}", ct);
            await using var connection = await database.OpenConnectionAsync(ct);
            await OptionalExtensions.CreateAsync(connection, extensions, ct);
        }

        return new DatabaseAddress(
            cluster.ConnectionString(Name, OwnerRole, credentials.Owner.Reveal()),
            cluster.ConnectionString(Name, AppRole, credentials.App.Reveal()));
    }

    private static async Task EnsureRoleAsync(NpgsqlDataSource server, string role, string password, CancellationToken ct)
    {
        // The password is hexadecimal, so it needs no quoting; CREATE ROLE takes no parameters.
        var verb = await ExistsAsync(server, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, ct) ? "ALTER" : "CREATE";
        await ExecuteAsync(server, $"{verb} ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '{password}'", ct);
    }

    private static async Task<bool> ExistsAsync(NpgsqlDataSource source, string sql, string name, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(name);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Unpooled(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}

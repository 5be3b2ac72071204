using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;
using Npgsql;

namespace Alicerce.Harness;

/// <summary>
/// One throw-away PostgreSQL a test process: fsync off, trust, under the temporary folder. The process's end stops it, a kill included;
/// the next test process sweeps away what killed ones left.
/// </summary>
public static class TestCluster
{
    private static readonly Lazy<Task<PrivateCluster>> Started = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "alicerce-tests");

    // CREATE DATABASE … TEMPLATE wants the template to itself.
    private static readonly SemaphoreSlim Copying = new(1);

    /// <summary>An empty database of its own, with the migrations of <paramref name="schemas"/> applied.</summary>
    public static async Task<TestDatabase> CreateDatabaseAsync(IReadOnlyList<ModuleSchema> schemas, CancellationToken ct)
    {
        var cluster = await Started.Value.WaitAsync(ct);
        var template = await Templates.GetOrAdd(TemplateName(schemas), name => new(() => MakeTemplateAsync(cluster, name, schemas))).Value.WaitAsync(ct);
        var name = $"test_{Guid.NewGuid():N}";
        await Copying.WaitAsync(ct);
        try
        {
            await ExecuteAsync(cluster.ConnectionString(), $"CREATE DATABASE {name} OWNER {PrivateDatabase.OwnerRole} TEMPLATE {template}", ct);
        }
        finally
        {
            Copying.Release();
        }

        return new TestDatabase(name, AddressOf(cluster, name), cluster.ConnectionString(name));
    }

    /// <summary>Whether its PostgreSQL has this extension installed.</summary>
    internal static async Task<bool> HasExtensionAsync(string name, CancellationToken ct)
    {
        var cluster = await Started.Value.WaitAsync(ct);
        await using var connection = await OpenAsync(cluster.ConnectionString(), ct);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_available_extensions WHERE name = $1", connection);
        command.Parameters.AddWithValue(name);
        return (long)(await command.ExecuteScalarAsync(ct))! > 0;
    }

    internal static async Task DropAsync(string name)
    {
        var cluster = await Started.Value;
        await ExecuteAsync(cluster.ConnectionString(), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
    }

    private static async Task<PrivateCluster> StartAsync()
    {
        var root = DataRoot.Open(Root);
        SweepFoldersOfDeadProcesses();
        var home = DataRoot.Open(root.File($"{Environment.ProcessId}"));
        var binaries = await PostgresBinaries.LocateAsync(root, Environment.GetEnvironmentVariable("ALICERCE_PG_BIN"), neededMajor: null, CancellationToken.None);
        var account = await ClusterAccount.ChooseAsync(home.ClusterFolder, CancellationToken.None);
        var options = new ClusterOptions(home.ClusterFolder, binaries, account, Password: null) { Durable = false };
        var cluster = await PrivateCluster.StartAsync(options, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            // What cannot be deleted now, the next test process sweeps away; the outcome of the tests stands.
#pragma warning disable RS0030 // A process that ends waits for nothing else.
            if (cluster.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10))) TryDelete(home.Path);
#pragma warning restore RS0030
        };
        await ExecuteAsync(cluster.ConnectionString(), $"CREATE ROLE {PrivateDatabase.OwnerRole} LOGIN; CREATE ROLE {PrivateDatabase.AppRole} LOGIN", CancellationToken.None);
        return cluster;
    }

    private static void SweepFoldersOfDeadProcesses()
    {
        foreach (var folder in Directory.GetDirectories(Root))
        {
            if (int.TryParse(Path.GetFileName(folder), out var pid) && !Directory.Exists($"/proc/{pid}")) TryDelete(folder);
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another test process sweeps the same folder, or a server is still writing its last page: the next one will do it.
        }
    }

    private static async Task<string> MakeTemplateAsync(PrivateCluster cluster, string name, IReadOnlyList<ModuleSchema> schemas)
    {
        await ExecuteAsync(cluster.ConnectionString(), $"CREATE DATABASE {name} OWNER {PrivateDatabase.OwnerRole}", CancellationToken.None);
        await using (var superuser = await OpenAsync(cluster.ConnectionString(name), CancellationToken.None))
            await OptionalExtensions.CreateAsync(superuser, OptionalExtensions.Of(schemas), CancellationToken.None);
        await new Migrator(AddressOf(cluster, name), schemas).UpAsync(CancellationToken.None);
        return name;
    }

    private static DatabaseAddress AddressOf(PrivateCluster cluster, string database) =>
        new(cluster.ConnectionString(database, PrivateDatabase.OwnerRole), cluster.ConnectionString(database, PrivateDatabase.AppRole));

    private static string TemplateName(IReadOnlyList<ModuleSchema> schemas)
    {
        var migrations = string.Join(';', schemas.Select(schema => $"{schema.Name}:{schema.Assembly.ManifestModule.ModuleVersionId}:{string.Join(',', schema.OptionalExtensions)}"));
        return $"template_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(migrations)).AsSpan(0, 8))}";
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken ct)
    {
        await using var connection = await OpenAsync(connectionString, ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}

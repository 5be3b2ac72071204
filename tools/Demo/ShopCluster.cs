using System.Security.Cryptography;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;
using Npgsql;

namespace Alicerce.Demo;

/// <summary>A PostgreSQL for shops alone: query cases never run on Alicerce's cluster. Each shop has a database of its own in it.</summary>
internal sealed class ShopCluster : IAsyncDisposable
{
    private readonly PrivateCluster _cluster;

    private ShopCluster(PrivateCluster cluster, DataRoot root) => (_cluster, Root) = (cluster, root);

    /// <summary>Where the shops' logs go.</summary>
    public DataRoot Root { get; }

    /// <summary>Of the role <c>loja_reader</c>, which may only read. Roles belong to the cluster, so all of its shops share it.</summary>
    public string ReaderPassword { get; } = RandomPassword();

    public static Task<ShopCluster> StartAsync(string folder, CancellationToken ct) => StartAsync(folder, isDurable: false, ct);

    /// <param name="isDurable">False gives up crash safety for speed.</param>
    public static async Task<ShopCluster> StartAsync(string folder, bool isDurable, CancellationToken ct)
    {
        var root = DataRoot.Open(folder);
        var binaries = await PostgresBinaries.LocateAsync(root, Environment.GetEnvironmentVariable("ALICERCE_PG_BIN"), neededMajor: null, ct);
        var account = await ClusterAccount.ChooseAsync(root.ClusterFolder, ct);
        return new ShopCluster(await PrivateCluster.StartAsync(new ClusterOptions(root.ClusterFolder, binaries, account, new Secret(RandomPassword())) { Durable = isDurable }, ct), root);
    }

    public async Task CreateDatabaseAsync(string name, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_cluster.ConnectionString());
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"create database {new NpgsqlCommandBuilder().QuoteIdentifier(name)}", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public int Port => _cluster.Port;

    public string ConnectionString(string database) => _cluster.ConnectionString(database);

    public string ReaderUrl(string database) => $"postgres://loja_reader:{ReaderPassword}@127.0.0.1:{_cluster.Port}/{database}";

    /// <summary>The reader's address without the password, as it is registered on a server.</summary>
    public string ReaderAddress(string database) => $"postgresql://loja_reader@127.0.0.1:{_cluster.Port}/{database}";

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private static string RandomPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

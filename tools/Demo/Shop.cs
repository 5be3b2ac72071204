using System.Security.Cryptography;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;

namespace Alicerce.Demo;

/// <summary>The sample shop with a PostgreSQL of its own: query cases never run on Alicerce's cluster.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly PrivateCluster _cluster;
    private readonly ChildProcess _process;

    private Shop(PrivateCluster cluster, ChildProcess process, int port, string readerPassword) =>
        (_cluster, _process, Port, ReaderPassword) = (cluster, process, port, readerPassword);

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    public int DatabasePort => _cluster.Port;

    /// <summary>Of the role <c>loja_reader</c>, which may only read.</summary>
    public string ReaderPassword { get; }

    public static async Task<Shop> StartAsync(string folder, CancellationToken ct)
    {
        var root = DataRoot.Open(folder);
        var binaries = await PostgresBinaries.LocateAsync(root, Environment.GetEnvironmentVariable("ALICERCE_PG_BIN"), neededMajor: null, ct);
        var account = await ClusterAccount.ChooseAsync(root.ClusterFolder, ct);
        var cluster = await PrivateCluster.StartAsync(new ClusterOptions(root.ClusterFolder, binaries, account, new Secret(RandomPassword())) { Durable = false }, ct);
        try
        {
            var port = await ChildProcess.FreePortAsync(ct);
            var readerPassword = RandomPassword();
            var process = ChildProcess.Start(
                Checkout.Assembly("Loja", "Loja"),
                ["--urls", $"http://127.0.0.1:{port}"],
                new Dictionary<string, string> { ["LOJA_DATABASE_URL"] = cluster.ConnectionString(), ["LOJA_READER_PASSWORD"] = readerPassword },
                root.File("loja.log"));
            await process.WaitUntilReadyAsync(port, ct);
            return new Shop(cluster, process, port, readerPassword);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    private static string RandomPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

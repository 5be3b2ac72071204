using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.PrivatePostgres;

namespace Alicerce.Demo;

/// <summary>The sample shop with a PostgreSQL of its own: query cases never run on Alicerce's cluster.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private const string CustomerEmail = "ana@loja.test";
    private const string CustomerPassword = "senha-da-ana";

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

    /// <summary>What a check of the shop needs to know and must never print: passwords of the sample accounts, an API token, the reader's address.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SecretsAsync(CancellationToken ct)
    {
        using var http = new HttpMessageInvoker(OutboundHttp.CreateHandler(new ConnectGuard(EgressPolicy.Only(new Uri(Url)))));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Url}/api/token") { Content = JsonContent.Create(new { email = CustomerEmail, senha = CustomerPassword }) };
        using var answer = await http.SendAsync(request, ct);
        var token = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct);
        return new Dictionary<string, string>
        {
            ["LOJA_ANA_PASSWORD"] = CustomerPassword,
            ["LOJA_ADMIN_PASSWORD"] = "senha-do-admin",
            ["LOJA_API_TOKEN"] = token.GetProperty("token").GetString()!,
            ["LOJA_READER_URL"] = $"postgres://loja_reader:{ReaderPassword}@127.0.0.1:{DatabasePort}/postgres",
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    private static string RandomPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

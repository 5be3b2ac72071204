using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Outbound;

namespace Alicerce.Demo;

/// <summary>A running sample shop on a database of its own.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private const string CustomerEmail = "ana@loja.test";
    private const string CustomerPassword = "senha-da-ana";

    private readonly ShopCluster _cluster;
    private readonly string _database;
    private readonly ChildProcess _process;

    private Shop(ShopCluster cluster, string database, ChildProcess process, int port) =>
        (_cluster, _database, _process, Port) = (cluster, database, process, port);

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>Where query cases may read, without the password.</summary>
    public string ReaderAddress => _cluster.ReaderAddress(_database);

    /// <summary>Makes the database and starts the shop on it.</summary>
    /// <param name="cluster">Outlives the shop.</param>
    /// <param name="database">Name of the database and of the log file; no shop of this cluster had it before.</param>
    /// <param name="settings">Further environment variables: <c>LOJA_BUGS</c>, <c>LOJA_FAULT</c>.</param>
    /// <param name="ct">Ends the wait for the shop.</param>
    public static async Task<Shop> StartAsync(ShopCluster cluster, string database, IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        await cluster.CreateDatabaseAsync(database, ct);
        var port = await ChildProcess.FreePortAsync(ct);
        var process = ChildProcess.Start(
            Checkout.Assembly("Loja", "Loja"),
            ["--urls", $"http://127.0.0.1:{port}"],
            new Dictionary<string, string>(settings) { ["LOJA_DATABASE_URL"] = cluster.ConnectionString(database), ["LOJA_READER_PASSWORD"] = cluster.ReaderPassword },
            cluster.Root.File($"{database}.log"));
        try
        {
            await process.WaitUntilReadyAsync(port, ct);
            return new Shop(cluster, database, process, port);
        }
        catch
        {
            await process.DisposeAsync();
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
            ["LOJA_READER_PASSWORD"] = _cluster.ReaderPassword,
            ["LOJA_READER_URL"] = _cluster.ReaderUrl(_database),
        };
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}

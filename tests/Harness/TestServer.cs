using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Web;
using Alicerce.Server;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Alicerce.Harness;

/// <summary>The real server in this process, on a real port, over a test's own database.</summary>
public sealed class TestServer : IAsyncDisposable
{
    /// <summary>Of every server that a test gives no other.</summary>
    public const string MasterKey = "dGhlIG1hc3RlciBrZXkgb2YgdGVzdHMsIDMyIGJ5dGU=";

    private readonly ServerHost _host;
    private readonly TempFolder _data;

    static TestServer() => AppContext.SetSwitch(AuditGuard.Strict, isEnabled: true);

    private TestServer(ServerHost host, TempFolder data, string folder)
    {
        (_host, _data) = (host, data);
        Url = new Uri(host.Urls.First());
        var tokenFile = Path.Combine(folder, "admin.token");
        Token = File.Exists(tokenFile) ? File.ReadAllText(tokenFile).Trim() : "";
        Anonymous = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Url };
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Url };
        if (Token.Length > 0) Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public Uri Url { get; }

    /// <summary>The admin's; empty for another server over the same database, which knows the first one's.</summary>
    public string Token { get; }

    /// <summary>Signed in as admin.</summary>
    public HttpClient Client { get; }

    public HttpClient Anonymous { get; }

    public IServiceProvider Services => _host.App.Services;

    /// <param name="settings">Environment variables of this server only.</param>
    /// <param name="extra">Modules of the test beside the real ones.</param>
    public static async Task<TestServer> StartAsync(
        TestDatabase database, CancellationToken ct, IReadOnlyDictionary<string, string?>? settings = null, params IModule[] extra)
    {
        var data = new TempFolder();
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ALICERCE_DATA"] = data.Path,
            ["ALICERCE_URLS"] = "http://127.0.0.1:0",
            ["DATABASE_URL"] = UrlOf(database.Address.AppConnectionString),
            ["DATABASE_OWNER_URL"] = UrlOf(database.Address.OwnerConnectionString),
            ["DB_POOL_SIZE"] = "10",
            // Servers of a test over one database have one key, as replicas do.
            ["ALICERCE_MASTER_KEY"] = MasterKey,
            ["DB_MAX_OVERFLOW"] = "0",
            ["LOG_LEVEL"] = "CRITICAL",
            ["ALICERCE_BACKUP_AT"] = "off",
            // Tests are many users in one; those of the limits set their own.
            ["ALICERCE_LIMIT_SIGN_IN"] = "100000",
            ["ALICERCE_LIMIT_ANONYMOUS"] = "100000",
            ["ALICERCE_LIMIT_USER"] = "100000",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>()) variables[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(variables).Build();
        try
        {
            return new TestServer(await ServerHost.StartAsync(configuration, [.. Rooms.All, .. extra], ct), data, variables["ALICERCE_DATA"]!);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <summary>The <c>data</c> of an answer's envelope.</summary>
    public async Task<JsonElement> GetAsync(string path, CancellationToken ct) =>
        (await Client.GetFromJsonAsync<JsonElement>(path, ct)).GetProperty("data");

    /// <summary>Posts and gives the <c>data</c> of the answer, which has to be a success.</summary>
    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken ct)
    {
        using var response = await Client.PostAsJsonAsync(path, body, ApiJson.Options, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"POST {path} answered {(int)response.StatusCode}: {text}");
        return JsonElement.Parse(text).GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        await _host.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>As DATABASE_URL has it.</summary>
    public static string UrlOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"postgres://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}";
    }
}

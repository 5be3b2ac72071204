using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alicerce.Platform.Data;

namespace Alicerce.Demo;

/// <summary>An Alicerce server on a data folder of its own, and the command line pointed at it.</summary>
internal sealed class AlicerceServer : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly DataRoot _root;

    private AlicerceServer(ChildProcess process, DataRoot root, int port) => (_process, _root, Port) = (process, root, port);

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>Holds the token of the first admin, who chooses a name and a password with it.</summary>
    public string AdminTokenFile => _root.AdminTokenFile;

    /// <param name="folder">Takes the cluster, the token and the log.</param>
    /// <param name="secrets">What <c>${secret:NAME}</c> answers in runs of the shop, by name.</param>
    /// <param name="ct">Ends the wait for the server.</param>
    public static async Task<AlicerceServer> StartAsync(string folder, IReadOnlyDictionary<string, string> secrets, CancellationToken ct)
    {
        var root = DataRoot.Open(folder);
        // The server keeps a token that is already there, so it can be a secret of the run against our own API.
        var token = $"alc_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        root.WritePrivateFile(Path.GetFileName(root.AdminTokenFile), token);
        var port = await ChildProcess.FreePortAsync(ct);
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["ALICERCE_DATA"] = root.Path,
            ["ALICERCE_URLS"] = $"http://127.0.0.1:{port}",
            ["ALICERCE_SECRET_ALICERCE__LOCAL__ALICERCE_TOKEN"] = token,
            // It tests itself, with and without a token: thousands of requests in seconds, all from this machine.
            ["ALICERCE_LIMIT_SIGN_IN"] = "100000",
            ["ALICERCE_LIMIT_ANONYMOUS"] = "100000",
            ["ALICERCE_LIMIT_USER"] = "100000",
        };
        foreach (var (name, value) in secrets)
            environment[$"ALICERCE_SECRET_LOJA__LOCAL__{name}"] = value;
        var process = ChildProcess.Start(Checkout.Assembly("Alicerce.Server", "alicerce-server"), [], environment, root.File("server.log"));
        try
        {
            await process.WaitUntilReadyAsync(port, ct);
            return new AlicerceServer(process, root, port);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs <c>alicerce</c> with this server and its token.</summary>
    /// <param name="arguments">Behind <c>--</c> stands another program's command.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="isQuiet">Its output goes nowhere.</param>
    public Task<int> CliAsync(IReadOnlyList<string> arguments, CancellationToken ct, bool isQuiet = false) =>
        ChildProcess.RunAsync(
            Checkout.Assembly("Alicerce.Cli", "alicerce"),
            [.. arguments.TakeWhile(argument => argument != "--"), "--server", Url, .. arguments.SkipWhile(argument => argument != "--")],
            new Dictionary<string, string> { ["ALICERCE_DATA"] = _root.Path },
            ct,
            isQuiet);

    /// <summary>Asks for what has no command, with the admin's token.</summary>
    public Task PostAsync(string path, string json, CancellationToken ct) => PostForIdAsync(path, json, ct);

    /// <summary>The same, and gives the id of what was made.</summary>
    public async Task<int> PostForIdAsync(string path, string json, CancellationToken ct) =>
        (await SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), ct)).GetProperty("id").GetInt32();

    /// <summary>The data of an answer.</summary>
    public Task<JsonElement> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, null, ct);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(method, $"{Url}{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(_root.AdminTokenFile, ct)).Trim());
        using var response = await client.SendAsync(request, ct);
        var answer = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct);
        return answer.GetProperty("data");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}

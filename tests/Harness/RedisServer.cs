using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Alicerce.Harness;

/// <summary>A redis-server of a test's own on loopback, with its own folder. It can be stalled, killed and started again at the same port.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    // The shell holds our pipe: when it closes, because we ask or because we were killed, the server ends too.
    private const string Shell = """
        exec 3<&0 </dev/null
        redis-server "$1" 3<&- >>"$2" 2>&1 & server=$!
        echo "$server"
        (read -r _ <&3; kill -KILL "$server") & watcher=$!
        exec 3<&-
        wait "$server" 2>/dev/null
        kill "$watcher" 2>/dev/null
        """;

    private readonly TempFolder _folder = new();
    private readonly string[] _settings;
    private readonly bool _tls;
    private Process? _shell;
    private int _process;

    private RedisServer(bool tls, string[] settings) => (_tls, _settings) = (tls, settings);

    public int Port { get; private set; }

    /// <summary>Without an account.</summary>
    public string Url => $"{(_tls ? "rediss" : "redis")}://127.0.0.1:{Port}";

    /// <param name="settings">Lines of its configuration.</param>
    public static Task<RedisServer> StartAsync(CancellationToken ct, params string[] settings) => StartAsync(tls: false, settings, ct);

    /// <summary>The same with TLS only; <paramref name="settings"/> name its key and certificate.</summary>
    public static async Task<RedisServer> StartAsync(bool tls, string[] settings, CancellationToken ct)
    {
        Requires.Program("redis-server");
        Requires.Program("redis-cli");
        var server = new RedisServer(tls, settings);
        // Between the choice of a port and its use somebody else may take it.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            server.Port = FreePort();
            if (await server.TryRunAsync(ct)) return server;
        }

        var log = await File.ReadAllTextAsync(server._folder["log"], ct);
        await server.DisposeAsync();
        throw new InvalidOperationException($"redis-server did not start: {log}");
    }

    /// <summary>Runs again, empty, at the same port.</summary>
    public async Task StartAgainAsync(CancellationToken ct)
    {
        if (!await TryRunAsync(ct)) throw new InvalidOperationException($"redis-server did not start again: {await File.ReadAllTextAsync(_folder["log"], ct)}");
    }

    public async Task KillAsync()
    {
        Signal("KILL");
        await _shell!.WaitForExitAsync();
        _shell.Dispose();
        _shell = null;
    }

    /// <summary>It keeps its connections and answers nothing.</summary>
    public void Pause() => Signal("STOP");

    public void Resume() => Signal("CONT");

    /// <summary>Asks with <c>redis-cli</c>, which knows nothing of our client.</summary>
    public async Task<string> AskAsync(params string[] command)
    {
        using var cli = Process.Start(new ProcessStartInfo("redis-cli", ["-p", $"{Port}", .. command]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = await cli.StandardOutput.ReadToEndAsync();
        await cli.WaitForExitAsync();
        return answer.Trim();
    }

    public async ValueTask DisposeAsync()
    {
        if (_shell is not null)
        {
            _shell.StandardInput.Close();
            await _shell.WaitForExitAsync();
            _shell.Dispose();
        }

        _folder.Dispose();
    }

    private async Task<bool> TryRunAsync(CancellationToken ct)
    {
        string[] lines =
        [
            _tls ? $"port 0\ntls-port {Port}\ntls-auth-clients no" : $"port {Port}", "bind 127.0.0.1", "save \"\"", "appendonly no", $"dir {_folder.Path}", .. _settings,
        ];
        await File.WriteAllLinesAsync(_folder["redis.conf"], lines, ct);
        var start = new ProcessStartInfo("bash", ["-c", Shell, "alicerce-redis", _folder["redis.conf"], _folder["log"]])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        _shell = Process.Start(start)!;
        _process = int.Parse((await _shell.StandardOutput.ReadLineAsync(ct))!, CultureInfo.InvariantCulture);
        var ended = _shell.WaitForExitAsync(ct);
        await Eventually.BecomesTrueAsync(async () => ended.IsCompleted || await ListensAsync(ct), "redis-server listens", ct);
        return !ended.IsCompleted;
    }

    private async Task<bool> ListensAsync(CancellationToken ct)
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(IPAddress.Loopback, Port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Signal(string name) => Process.Start("kill", [$"-{name}", $"{_process}"]).WaitForExit();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

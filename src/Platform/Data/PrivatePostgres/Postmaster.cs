using System.Diagnostics;

namespace Alicerce.Platform.Data.PrivatePostgres;

/// <summary>
/// The running server. A shell stands between us and it and holds the read end of our pipe: when the pipe closes, because we ask or
/// because we were killed, the shell sends SIGINT, which is PostgreSQL's fast shutdown. (A parent-death signal would not do: it is
/// tied to the thread that forked, and pool threads end.) <c>setsid</c> keeps Ctrl-C from stopping the database before the server.
/// </summary>
internal sealed class Postmaster : IAsyncDisposable
{
    private const string Shell = """
        log=$1; shift
        exec 3<&0 </dev/null >>"$log" 2>&1
        "$@" 3<&- & server=$!
        (read -r _ <&3; kill -INT "$server") & watcher=$!
        exec 3<&-
        wait "$server"; code=$?
        kill "$watcher" 2>/dev/null
        exit "$code"
        """;

    private const long LargestLog = 10 * 1024 * 1024;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(60);
    private readonly Process _shell;
    private readonly string _log;

    private Postmaster(Process shell, string log) => (_shell, _log) = (shell, log);

    public int ProcessId => _shell.Id;

    public bool HasExited => _shell.HasExited;

    public static Postmaster Start(ClusterOptions options, int port)
    {
        if (File.Exists(options.LogFile) && new FileInfo(options.LogFile).Length > LargestLog) File.Move(options.LogFile, $"{options.LogFile}.1", overwrite: true);

        string[] command = [.. options.Account.Prefix, "bash", "-c", Shell, "alicerce-postgres", options.LogFile, options.Binaries.Postgres, "-D", options.Folder, .. Settings(options, port)];
        var start = new ProcessStartInfo("setsid", command) { WorkingDirectory = "/", RedirectStandardInput = true, UseShellExecute = false };
        return new Postmaster(Process.Start(start)!, options.LogFile);
    }

    public string LogTail()
    {
        if (!File.Exists(_log)) return "(no log)";
        return string.Join('\n', File.ReadLines(_log).TakeLast(10));
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        using var timeout = new CancellationTokenSource(StopTimeout);
        await _shell.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _shell.Dispose();
    }

    private static IEnumerable<string> Settings(ClusterOptions options, int port)
    {
        var settings = new List<string>
        {
            "listen_addresses=127.0.0.1",
            $"port={port}",
            "unix_socket_directories=", // a deep data folder would exceed the 107 characters of a socket's path
            "max_connections=200",
            "timezone=UTC",
            "log_timezone=UTC",
            "shared_buffers=128MB",
        };
        if (!options.Durable) settings.AddRange(["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
        return settings.SelectMany(setting => new[] { "-c", setting });
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Alicerce.Demo;

/// <summary>A program of this checkout that the demo started and will stop.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int FirstPort = 8000;
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly string _log;

    private ChildProcess(Process process, string log) => (_process, _log) = (process, log);

    public int Id => _process.Id;

    /// <summary>Starts the assembly with its output in a log file.</summary>
    public static ChildProcess Start(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string log)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start");
        var writer = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => writer.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => writer.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(process, log);
    }

    /// <summary>Runs the assembly to its end on our own output, or quietly.</summary>
    public static async Task<int> RunAsync(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken ct, bool isQuiet = false)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = isQuiet, RedirectStandardError = isQuiet };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start");
        if (isQuiet)
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <returns>Its exit code, once all of its output is in the log.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Waits until the port takes connections.</summary>
    public async Task WaitUntilReadyAsync(int port, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(ReadyWithin);
        while (!await AcceptsAsync(port, limit.Token))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"it ended with code {_process.ExitCode}; its log {_log} ends with:\n{Tail()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    /// <summary>The first port from 8000 on that nobody listens on.</summary>
    public static async Task<int> FreePortAsync(CancellationToken ct)
    {
        var port = FirstPort;
        while (await AcceptsAsync(port, ct) || !CanBind(port))
            port++;
        return port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            using var limit = new CancellationTokenSource(StopsWithin);
            await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
                _process.Kill();
        }
        _process.Dispose();
    }

    private string Tail() => string.Join('\n', File.ReadLines(_log).TakeLast(20));

    private static bool CanBind(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> AcceptsAsync(int port, CancellationToken ct)
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(IPAddress.Loopback, port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

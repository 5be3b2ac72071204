using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Alicerce.Server.Tests.Starting;

/// <summary>The server as a program of its own, with its own environment.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "alicerce-server.dll");
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public IReadOnlyCollection<string> Output => _output;

    public string Errors => string.Join('\n', _errors);

    public static ServerProcess Start(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ALICERCE_", StringComparison.Ordinal) || name.StartsWith("DATABASE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>The address in the line that the server writes when it listens.</summary>
    public async Task<Uri> ReadyAsync(CancellationToken ct)
    {
        var exited = _process.WaitForExitAsync(ct);
        if (await Task.WhenAny(_url.Task, exited) == exited) throw new InvalidOperationException($"The server ended with {_process.ExitCode}: {Errors}\n{string.Join('\n', _output)}");
        return new Uri(await _url.Task);
    }

    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{Id}"]).WaitForExit();

    public async Task<int> ExitAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) Signal("TERM");
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void OnOutput(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (!line.StartsWith('{') || !line.Contains("listens on", StringComparison.Ordinal)) return;
        _url.TrySetResult(JsonElement.Parse(line).GetProperty("urls").GetString()!);
    }
}

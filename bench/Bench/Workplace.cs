using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Alicerce.Platform.Data;

namespace Alicerce.Bench;

/// <summary>A throw-away folder and the commands that a measurement needs.</summary>
internal sealed class Workplace : IDisposable
{
    // A data root, because PostgreSQL runs as another user and has to walk through it.
    public string Folder { get; } = DataRoot.Open(Directory.CreateTempSubdirectory("alicerce-bench-").FullName).Path;

    public static string Root { get; } = FindRoot();

    /// <summary>The command line as it is shipped; <c>tools/bench.sh</c> builds it and sets <c>ALICERCE_CLI</c>.</summary>
    public static string Cli { get; } = Environment.GetEnvironmentVariable("ALICERCE_CLI")
        ?? throw new InvalidOperationException("ALICERCE_CLI names no command line to measure; start the benchmark with tools/bench.sh");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the static target in a process of its own and waits until it answers.</summary>
    public static async Task<Process> StartTargetAsync(int port)
    {
        var target = Process.Start(new ProcessStartInfo("dotnet", [typeof(Workplace).Assembly.Location, "serve", $"{port}"]))!;
        await WaitAsync(port);
        return target;
    }

    /// <summary>Waits until somebody listens.</summary>
    public static async Task WaitAsync(int port)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        throw new TimeoutException("nobody listened within 10 s");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alicerce.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("run the benchmark from a checkout");
    }
}

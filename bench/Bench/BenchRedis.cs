using System.Diagnostics;
using System.Net.Sockets;
using Alicerce.Outbound;
using Alicerce.Platform.Redis;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alicerce.Bench;

/// <summary>A redis-server for a measurement, without persistence, and clients of it.</summary>
internal sealed class BenchRedis : IDisposable
{
    private readonly Process _server;

    private BenchRedis(Process server, int port) => (_server, Port) = (server, port);

    public int Port { get; }

    public static async Task<BenchRedis> StartAsync()
    {
        var port = Workplace.FreePort();
        var start = new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync("127.0.0.1", port);
                return new BenchRedis(server, port);
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        server.Kill();
        throw new TimeoutException("redis-server did not start within 10 s");
    }

    public RedisClient Connect() =>
        new(new RedisOptions { Host = "127.0.0.1", Port = Port, Timeout = TimeSpan.FromSeconds(30) }, new OwnEndpoints([]), TimeProvider.System, NullLogger<RedisClient>.Instance);

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }
}

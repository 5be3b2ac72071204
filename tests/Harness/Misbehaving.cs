using System.Net;
using System.Net.Sockets;

namespace Alicerce.Harness;

/// <summary>A port on loopback where every connection is handled by the test, byte by byte.</summary>
public sealed class Misbehaving : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;
    private int _connections;

    public Misbehaving(Func<NetworkStream, CancellationToken, Task> handle, IPAddress? address = null, int port = 0)
    {
        _listener = new TcpListener(address ?? IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync(handle);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url => new($"http://127.0.0.1:{Port}/health");

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Says this and hangs up, without a word of what it was asked.</summary>
    public static Misbehaving Saying(string bytes) => new(async (stream, ct) =>
    {
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(bytes), ct);
        // A socket closed over unread bytes is reset, and what it has said with it.
        stream.Socket.Shutdown(SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null, ct);
    });

    public static Misbehaving Silent() => new((_, ct) => Task.Delay(Timeout.Infinite, ct));

    /// <summary>Writes the beginning once and the rest without end, at full speed.</summary>
    public static Misbehaving Flooding(string beginning, byte[] rest) => new(async (stream, ct) =>
    {
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(beginning), ct);
        while (true) await stream.WriteAsync(rest, ct);
    });

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _serving;
        _listener.Stop();
        _over.Dispose();
    }

    private async Task ServeAsync(Func<NetworkStream, CancellationToken, Task> handle)
    {
        List<Task> handling = [];
        try
        {
            while (!_over.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_over.Token);
                Interlocked.Increment(ref _connections);
                handling.Add(HandleAsync(client, handle));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
        await Task.WhenAll(handling);
    }

    private async Task HandleAsync(TcpClient client, Func<NetworkStream, CancellationToken, Task> handle)
    {
        using (client)
        {
            try
            {
                await handle(client.GetStream(), _over.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The other side has seen enough.
            }
        }
    }
}

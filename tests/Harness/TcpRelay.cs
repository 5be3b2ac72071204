using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Alicerce.Harness;

/// <summary>A wire that a test can cut: forwards a loopback port to another, refuses while cut, and works again when mended.</summary>
public sealed class TcpRelay : IDisposable
{
    private readonly ConcurrentBag<Socket> _open = [];
    private TcpListener? _listener;

    public TcpRelay(int target)
    {
        Target = target;
        Mend();
    }

    public int Port { get; private set; }

    /// <summary>Where new connections go.</summary>
    public int Target { get; set; }

    /// <summary>Closes all connections and refuses new ones.</summary>
    public void Cut()
    {
        _listener?.Stop();
        _listener = null;
        while (_open.TryTake(out var socket)) socket.Dispose();
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true) _ = ForwardAsync(await listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task ForwardAsync(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open.Add(near);
        _open.Add(far);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, Target);
            await using var nearStream = new NetworkStream(near, ownsSocket: true);
            await using var farStream = new NetworkStream(far, ownsSocket: true);
            await Task.WhenAny(nearStream.CopyToAsync(farStream), farStream.CopyToAsync(nearStream));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
            // One end is gone; both are closed.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alicerce.Engine.Tests.Running;

/// <summary>A listener that speaks whatever bytes a test wants, for answers that no web server gives.</summary>
internal sealed class RawTarget : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private Task _serving = Task.CompletedTask;

    public Uri BaseUrl => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public static RawTarget Start(Func<NetworkStream, CancellationToken, Task> answer)
    {
        var target = new RawTarget();
        target._listener.Start();
        target._serving = target.ServeAsync(answer);
        return target;
    }

    /// <summary>Sends the text once a request has come, then closes.</summary>
    public static RawTarget Start(string answer) => Start(async (stream, ct) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), ct));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<NetworkStream, CancellationToken, Task> answer)
    {
        List<Task> open = [];
        try
        {
            while (true) open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), answer));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client, Func<NetworkStream, CancellationToken, Task> answer)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = new byte[16 * 1024];
                _ = await stream.ReadAsync(request, _stop.Token);
                await answer(stream, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                return; // The runner went away, or the test is over.
            }
        }
    }
}

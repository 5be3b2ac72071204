namespace Alicerce.Outbound.Probes;

/// <summary>Asks whether a port accepts connections. Nothing is sent or read.</summary>
public sealed class TcpProbe(ConnectGuard guard)
{
    public Task<ProbeResult> RunAsync(string host, int port, TimeSpan limit, CancellationToken ct) => Attempt.RunAsync(limit, async inTime =>
    {
        using var socket = await guard.ConnectAsync(host, port, inTime);
        return (true, "connected");
    }, ct);
}

using System.Net;

namespace Alicerce.Outbound;

/// <summary>Bounds of <see cref="ConnectGuard"/>.</summary>
public sealed record ConnectGuardOptions
{
    /// <summary>Longest wait for the answer of the name service.</summary>
    public TimeSpan ResolveTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for a connection, over all addresses of the host.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How names become addresses; the system's resolver by default.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

using System.Net;
using System.Net.Security;

namespace Alicerce.Outbound;

/// <summary>How <see cref="OutboundHttp"/> speaks to a host that the guard let it reach.</summary>
public sealed record OutboundHttpOptions
{
    /// <summary>Limit for TLS and everything else between the wish for a connection and its first byte; the guard limits TCP by itself.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection is replaced after this time, so that a change of the name's address is seen.</summary>
    public TimeSpan PooledConnectionLifetime { get; init; } = TimeSpan.FromMinutes(2);

    public int MaxConnectionsPerServer { get; init; } = int.MaxValue;

    /// <summary>Response headers in KiB; longer ones fail the request.</summary>
    public int MaxResponseHeadersKib { get; init; } = 64;

    /// <summary>What is still read of an answer that the caller left, so that its connection can serve again; 0 closes it instead.</summary>
    public int MaxResponseDrainBytes { get; init; } = 1024 * 1024;

    /// <summary>None by default: a small answer that unpacks to gigabytes is the sender's choice, not ours.</summary>
    public DecompressionMethods AutomaticDecompression { get; init; } = DecompressionMethods.None;

    /// <summary>Replaces the system's certificate check; null keeps it.</summary>
    public RemoteCertificateValidationCallback? ValidateCertificate { get; init; }
}

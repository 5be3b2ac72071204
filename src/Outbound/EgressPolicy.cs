using System.Net;

namespace Alicerce.Outbound;

/// <summary>
/// Where connections may go (D10). Public addresses are open; loopback and private networks only when listed; metadata, link-local,
/// unspecified and multicast addresses, and <see cref="OwnEndpoints"/>, never.
/// </summary>
public sealed record EgressPolicy
{
    /// <summary>Hosts (<c>shop.local</c>, <c>localhost:5080</c>) and networks (<c>10.0.0.0/8</c>) that may be reached although private.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>When set, only <see cref="Allowed"/> may be reached: nothing public either.</summary>
    public bool OnlyAllowed { get; init; }

    /// <summary>Our own PostgreSQL, Redis and internal ports: refused whatever else is allowed.</summary>
    public IReadOnlyList<IPEndPoint> OwnEndpoints { get; init; } = [];

    /// <summary>Just the given host and port: what <c>alicerce check --url</c> on a terminal may reach.</summary>
    public static EgressPolicy Only(Uri url) => new() { Allowed = [$"{url.IdnHost}:{url.Port}"], OnlyAllowed = true };
}

using System.Net;

namespace Alicerce.Outbound;

/// <summary>
/// Where connections may go (D10). Public addresses are open; loopback and private networks only when listed; metadata, link-local,
/// unspecified and multicast addresses, and <see cref="OwnEndpoints"/> and <see cref="OwnHttp"/>, never.
/// </summary>
public sealed record EgressPolicy
{
    private const int MaxEntries = 1_000;

    /// <summary>
    /// What may be reached although private: <c>shop.local</c>, <c>localhost:5080</c>, <c>10.0.0.7</c>, <c>[::1]:5080</c>, <c>10.0.0.0/8</c>.
    /// A listed name may resolve to a private address.
    /// </summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>When set, only <see cref="Allowed"/> may be reached: nothing public either.</summary>
    public bool OnlyAllowed { get; init; }

    /// <summary>Our own PostgreSQL, Redis and internal ports: refused whatever else is allowed.</summary>
    public IReadOnlyList<IPEndPoint> OwnEndpoints { get; init; } = [];

    /// <summary>Where our own HTTP answers: refused as well. Whoever makes the policy leaves it out for an environment marked for self-test.</summary>
    public IReadOnlyList<IPEndPoint> OwnHttp { get; init; } = [];

    /// <summary>Just the given host and port: what <c>alicerce check --url</c> on a terminal may reach.</summary>
    public static EgressPolicy Only(Uri url) => new() { Allowed = [$"{EgressRule.Bracketed(url.IdnHost)}:{url.Port}"], OnlyAllowed = true };

    /// <summary>Reads the value of <c>ALICERCE_EGRESS_ALLOW</c>: entries as in <see cref="Allowed"/>, separated by commas or white space.</summary>
    /// <exception cref="FormatException">An entry is none of the known forms; the message names it.</exception>
    public static EgressPolicy Parse(string? allow)
    {
        var entries = (allow ?? "").Split([',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Length > MaxEntries)
            throw new FormatException($"ALICERCE_EGRESS_ALLOW has {entries.Length} entries, at most {MaxEntries} are read; list networks (10.0.0.0/8) instead.");
        foreach (var entry in entries)
            _ = EgressRule.Parse(entry);
        return new EgressPolicy { Allowed = entries };
    }
}

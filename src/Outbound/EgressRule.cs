using System.Globalization;
using System.Net;

namespace Alicerce.Outbound;

/// <summary>One entry of <see cref="EgressPolicy.Allowed"/>: a host name or a network, with or without a port.</summary>
public sealed record EgressRule(string? Host, IPNetwork? Network, int? Port)
{
    /// <exception cref="FormatException">The entry is none of the known forms.</exception>
    public static EgressRule Parse(string entry)
    {
        if (entry.Contains('/', StringComparison.Ordinal))
            return IPNetwork.TryParse(entry, out var network) ? new EgressRule(null, network, null) : throw Bad(entry);
        if (entry.StartsWith('[') != entry.Contains(']', StringComparison.Ordinal))
            throw Bad(entry);
        if (entry.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(entry.Trim('[', ']'), out var bare))
            return new EgressRule(null, Single(bare), null);

        var colon = entry.LastIndexOf(':');
        var hasPort = colon >= 0 && !entry.EndsWith(']');
        var host = NormaliseHost(hasPort ? entry[..colon] : entry) ?? throw Bad(entry);
        int? port = hasPort ? ParsePort(entry[(colon + 1)..]) ?? throw Bad(entry) : null;
        return IPAddress.TryParse(host, out var address) ? new EgressRule(null, Single(address), port) : new EgressRule(host, null, port);
    }

    /// <summary>Reads an entry that stands for one host, <c>shop.example</c> or <c>[::1]:5080</c>; null when it is none, a network included.</summary>
    public static EgressRule? HostOf(string? entry)
    {
        try
        {
            return entry is null || entry.Contains('/', StringComparison.Ordinal) ? null : Parse(entry);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether an address asks for just this host and port; no name is looked up.</summary>
    public bool Names(Uri url) =>
        NormaliseHost(url.IdnHost) is { } host && (Port is null || Port == url.Port)
        && (Network is { } network ? IPAddress.TryParse(host, out var address) && network.Contains(address) : string.Equals(Host, host, StringComparison.Ordinal));

    /// <summary>Whether a connection asked for as <paramref name="host"/> that would go to <paramref name="address"/> is listed by this entry.</summary>
    public bool Lists(string host, IPAddress address, int port) =>
        (Port is null || Port == port) &&
        (Network is { } network ? network.Contains(address) : string.Equals(Host, host, StringComparison.Ordinal));

    /// <summary>
    /// The one form in which hosts are compared: lower case, punycode, no trailing dot, IPv4 in any notation (<c>0x7f.1</c>) as dotted decimal,
    /// IPv6 without brackets. Null when it is no host.
    /// </summary>
    public static string? NormaliseHost(string host)
    {
        var literal = Bracketed(host.TrimEnd('.'));
        return literal.Length is > 0 and <= 255 && literal.IndexOfAny(['/', '?', '#', '@', '\\', ' ']) < 0
            && Uri.TryCreate($"http://{literal}/", UriKind.Absolute, out var uri) && uri.IsDefaultPort && uri.IdnHost.Length > 0
                ? uri.IdnHost.ToLowerInvariant()
                : null;
    }

    /// <summary>The host as it stands before <c>:port</c>: IPv6 in brackets.</summary>
    public static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"[{host}]" : host;

    private static IPNetwork Single(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes());
        return new IPNetwork(plain, plain.GetAddressBytes().Length * 8);
    }

    private static int? ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535 ? port : null;

    private static FormatException Bad(string entry) => new(
        $"'{entry}' is not an allowed destination: write a host (shop.local), a host and port (localhost:5080), an address (10.0.0.7, [::1]:5080) or a network (10.0.0.0/8).");
}

using System.Net;
using System.Net.Sockets;

namespace Alicerce.Outbound;

/// <summary>What is known of an address without asking anybody.</summary>
internal static class AddressFacts
{
    // The first network that contains the address decides, so exceptions stand before the ranges that hold them.
    private static readonly (IPNetwork Network, AddressKind Kind)[] s_networks =
    [
        Row("169.254.169.254/32", AddressKind.Metadata),
        Row("169.254.170.2/32", AddressKind.Metadata),
        Row("100.100.100.200/32", AddressKind.Metadata),
        Row("168.63.129.16/32", AddressKind.Metadata),
        Row("192.0.0.192/32", AddressKind.Metadata),
        Row("fd00:ec2::/32", AddressKind.Metadata),
        Row("fd20:ce::254/128", AddressKind.Metadata),

        Row("0.0.0.0/8", AddressKind.Unspecified),
        Row("127.0.0.0/8", AddressKind.Loopback),
        Row("10.0.0.0/8", AddressKind.Private),
        Row("172.16.0.0/12", AddressKind.Private),
        Row("192.168.0.0/16", AddressKind.Private),
        Row("100.64.0.0/10", AddressKind.Shared),
        Row("169.254.0.0/16", AddressKind.LinkLocal),
        Row("224.0.0.0/4", AddressKind.Multicast),
        Row("255.255.255.255/32", AddressKind.Broadcast),
        Row("192.0.0.0/24", AddressKind.Special),
        Row("192.0.2.0/24", AddressKind.Special),
        Row("192.88.99.0/24", AddressKind.Special),
        Row("198.18.0.0/15", AddressKind.Special),
        Row("198.51.100.0/24", AddressKind.Special),
        Row("203.0.113.0/24", AddressKind.Special),
        Row("240.0.0.0/4", AddressKind.Special),

        Row("::/128", AddressKind.Unspecified),
        Row("::1/128", AddressKind.Loopback),
        Row("fc00::/7", AddressKind.UniqueLocal),
        Row("fe80::/10", AddressKind.LinkLocal),
        Row("ff00::/8", AddressKind.Multicast),
        Row("2001:db8::/32", AddressKind.Special),
        Row("2001::/23", AddressKind.Special),
        Row("3fff::/20", AddressKind.Special),
        Row("2000::/3", AddressKind.Public),
        Row("::/0", AddressKind.Special),
    ];

    private static readonly IPNetwork s_compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork s_teredo = IPNetwork.Parse("2001::/32");

    public static AddressKind KindOf(IPAddress address)
    {
        foreach (var (network, kind) in s_networks)
            if (network.Contains(address))
                return kind;
        return AddressKind.Public;
    }

    /// <summary>Kinds that no setting opens.</summary>
    public static bool IsNeverAllowed(this AddressKind kind) => kind >= AddressKind.LinkLocal;

    /// <summary>The address to connect to: an IPv4 address in IPv6 clothes (<c>::ffff:127.0.0.1</c>) is that IPv4 address.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>
    /// Every address that a packet to <paramref name="address"/> could end at: the address itself, or the IPv4 addresses that NAT64, 6to4,
    /// Teredo, ISATAP and IPv4-compatible addresses carry inside.
    /// </summary>
    public static IReadOnlyList<IPAddress> Destinations(IPAddress address)
    {
        var plain = Plain(address);
        if (plain.AddressFamily != AddressFamily.InterNetworkV6)
            return [plain];
        var bytes = plain.GetAddressBytes();
        var unscoped = new IPAddress(bytes);
        if (s_nat64.Contains(unscoped))
            return [V4(bytes, 12)];
        if (s_sixToFour.Contains(unscoped))
            return [V4(bytes, 2)];
        if (s_teredo.Contains(unscoped))
            return [V4(bytes, 4), new IPAddress([(byte)~bytes[12], (byte)~bytes[13], (byte)~bytes[14], (byte)~bytes[15]])];
        var isIsatap = (bytes[8] & 0xFD) == 0 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == 0xFE;
        var isCompatible = s_compatible.Contains(unscoped) && KindOf(unscoped) == AddressKind.Special;
        return isIsatap || isCompatible ? [unscoped, V4(bytes, 12)] : [unscoped];
    }

    private static IPAddress V4(byte[] bytes, int start) => new(bytes.AsSpan(start, 4));

    private static (IPNetwork Network, AddressKind Kind) Row(string network, AddressKind kind) => (IPNetwork.Parse(network), kind);
}

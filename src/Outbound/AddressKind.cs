namespace Alicerce.Outbound;

/// <summary>What an address is, as far as egress rules care.</summary>
internal enum AddressKind
{
    Public,
    /// <summary>This machine.</summary>
    Loopback,
    /// <summary>RFC 1918.</summary>
    Private,
    /// <summary>IPv6 unique local, the private range of IPv6.</summary>
    UniqueLocal,
    /// <summary>100.64.0.0/10, shared by carriers and by overlay networks.</summary>
    Shared,
    /// <summary>Documentation, benchmarking, reserved, relics: no public host lives there.</summary>
    Special,
    LinkLocal,
    /// <summary>The service of a cloud that hands credentials to whoever asks.</summary>
    Metadata,
    Unspecified,
    Multicast,
    Broadcast,
}

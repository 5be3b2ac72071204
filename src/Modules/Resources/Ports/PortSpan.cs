using Alicerce.Modules.Resources.Rows;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>The ports from which a type is given, both ends included.</summary>
internal sealed record PortSpan(string Name, int Start, int End)
{
    public bool Holds(int port) => port >= Start && port <= End;

    public bool Overlaps(PortSpan other) => Start <= other.End && other.Start <= End;

    /// <summary>The ranges that count for a host: its own before those of all hosts (T004-07).</summary>
    public static IReadOnlyList<PortSpan> For(string host, IEnumerable<PortRange> ranges) =>
    [
        .. ranges.Where(range => range.Host == host || range.Host == PortAllocation.Every)
            .GroupBy(range => range.Name, StringComparer.Ordinal)
            .Select(named => named.OrderBy(range => range.Host == PortAllocation.Every).First())
            .OrderBy(range => range.StartPort)
            .Select(range => new PortSpan(range.Name, range.StartPort, range.EndPort)),
    ];
}

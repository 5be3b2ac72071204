using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Alicerce.Modules.Resources.Hosts;

/// <summary>One spelling for each name of a machine (T004-06): lower-case, addresses as the system writes them, and every loopback address is <c>localhost</c>.</summary>
internal static partial class HostNames
{
    public const string ThisMachine = "localhost";
    public const string Rule = "is a host name such as 'forge' or an IP address, without scheme and port";
    private const int Longest = 255;

    /// <returns>Null for what is no host.</returns>
    public static string? Canonical(string? text)
    {
        if (text is not { Length: > 0 and <= Longest } || !Allowed().IsMatch(text)) return null;
        var name = text.TrimEnd('.').ToLower(CultureInfo.InvariantCulture);
        if (name.Contains(':') || name.StartsWith('[')) return OfAddress(name.StartsWith('[') && name.EndsWith(']') ? name[1..^1] : name, AddressFamily.InterNetworkV6);
        // A last label of digits makes it an address (RFC 1123), of which only four decimal numbers mean the same to everybody.
        if (LastLabelIsNumber().IsMatch(name)) return Dotted().IsMatch(name) ? OfAddress(name, AddressFamily.InterNetwork) : null;
        return Name().IsMatch(name) ? name : null;
    }

    private static string? OfAddress(string text, AddressFamily family)
    {
        if (text.Contains('%') || !IPAddress.TryParse(text, out var address) || address.AddressFamily != family) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return ThisMachine;
        return address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? null : address.ToString();
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:\[\]-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"(^|\.)([0-9]+|0x[0-9a-f]*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LastLabelIsNumber();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2})){3}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}

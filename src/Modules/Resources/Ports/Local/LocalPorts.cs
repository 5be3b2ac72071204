using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Alicerce.Modules.Resources.Hosts;

namespace Alicerce.Modules.Resources.Ports.Local;

/// <summary>
/// What the operating system of the server's own machine says about a port (T004-09). It is advice: a container sees only its inside, and a moment
/// later it may be otherwise; the row decides.
/// </summary>
internal static class LocalPorts
{
    private static readonly IPAddress[] s_addresses = [IPAddress.Any, IPAddress.Loopback, IPAddress.IPv6Any, IPAddress.IPv6Loopback];

    /// <summary>Only this machine is ever asked.</summary>
    public static bool IsHere(string host) => host == HostNames.ThisMachine;

    /// <summary>All ports that something listens on, in one look.</summary>
    public static IReadOnlySet<int> Listening() => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port).ToHashSet();

    /// <summary>Asks every address of the machine: a port that is open on one of them is in use.</summary>
    public static LocalPort Look(int port) => Look(port, Bind);

    /// <param name="port">1 to 65535.</param>
    /// <param name="bind">Tries to listen on one address.</param>
    internal static LocalPort Look(int port, Func<IPAddress, int, SocketError> bind)
    {
        var state = LocalPort.Free;
        foreach (var address in s_addresses)
        {
            switch (bind(address, port))
            {
                case SocketError.AddressAlreadyInUse:
                    return LocalPort.InUse;
                case SocketError.AccessDenied:
                    state = LocalPort.NotPermitted;
                    break;
                default: // Free there, or the machine has no such address.
                    break;
            }
        }

        // Who may not bind a port cannot tell by binding whether it is free.
        return state == LocalPort.NotPermitted && Listening().Contains(port) ? LocalPort.InUse : state;
    }

    private static SocketError Bind(IPAddress address, int port)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
            if (address.AddressFamily == AddressFamily.InterNetworkV6) socket.DualMode = false;
            socket.Bind(new IPEndPoint(address, port));
            return SocketError.Success;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }
}

/// <summary>A port as the operating system sees it.</summary>
internal enum LocalPort
{
    Free,
    InUse,

    /// <summary>The server's account may not listen there, which says nothing about who does.</summary>
    NotPermitted,
}

using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Alicerce.Outbound;

/// <summary>
/// The one way out (D10): resolves a host, checks each address against an <see cref="EgressPolicy"/> and connects to the checked address
/// itself, so that a name cannot answer one address to the check and another to the connection. Serves any protocol over TCP.
/// </summary>
public sealed class ConnectGuard
{
    private const int MaxAddresses = 8;
    private static readonly TimeSpan s_leastAttempt = TimeSpan.FromMilliseconds(250);

    private readonly EgressPolicy _policy;
    private readonly ConnectGuardOptions _options;
    private readonly EgressRule[] _rules;

    /// <exception cref="FormatException">An entry of <see cref="EgressPolicy.Allowed"/> is malformed.</exception>
    public ConnectGuard(EgressPolicy policy, ConnectGuardOptions? options = null)
    {
        _policy = policy;
        _options = options ?? new ConnectGuardOptions();
        _rules = [.. policy.Allowed.Select(EgressRule.Parse)];
    }

    /// <summary>The addresses of a host that may be reached at that port, at least one.</summary>
    /// <exception cref="EgressRefusedException">None of them may.</exception>
    /// <exception cref="TimeoutException">The name service did not answer in time.</exception>
    /// <exception cref="SocketException">The name is unknown.</exception>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, int port, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        var name = EgressRule.NormaliseHost(host)
            ?? throw new EgressRefusedException($"Connection refused: '{Shortened(host)}' is not a host name or an address; correct the address of the target.");
        // A closed list is checked before the name leaves the machine: a look-up is traffic too, and a way to carry data out.
        if (_policy.OnlyAllowed && !_rules.Any(rule => rule.Network is not null || rule.Lists(name, IPAddress.None, port)))
            throw new EgressRefusedException(NotListed(name, port, null));

        List<IPAddress> checkedAddresses = [];
        string? refusal = null;
        foreach (var address in (await LookUpAsync(name, ct)).Select(AddressFacts.Plain).Distinct().Take(MaxAddresses))
            if (RefusalOf(name, port, address) is { } why)
                refusal ??= why;
            else
                checkedAddresses.Add(address);
        if (checkedAddresses.Count > 0)
            return checkedAddresses;
        throw refusal is null ? new SocketException((int)SocketError.HostNotFound) : new EgressRefusedException(refusal);
    }

    /// <summary>A connected stream socket that the caller owns. Addresses are tried in the resolver's order.</summary>
    /// <exception cref="EgressRefusedException">The policy does not permit the connection.</exception>
    /// <exception cref="TimeoutException">Nobody answered in time.</exception>
    /// <exception cref="SocketException">The host is unknown or every address refused the connection.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken ct)
    {
        var addresses = await ResolveAsync(host, port, ct);
        var started = _options.Clock.GetTimestamp();
        Exception? last = null;
        for (var i = 0; i < addresses.Count; i++)
        {
            var left = _options.ConnectTimeout - _options.Clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                break;
            // The time left is shared out, so that a first address that swallows packets does not cost the second its turn.
            var share = left / (addresses.Count - i);
            try
            {
                return await ConnectOnceAsync(new IPEndPoint(addresses[i], port), share > s_leastAttempt ? share : left, ct);
            }
            catch (Exception e) when (e is SocketException or TimeoutException)
            {
                last = e;
            }
        }
        if (last is SocketException refused)
            throw new SocketException((int)refused.SocketErrorCode, $"No connection to {EgressRule.Bracketed(host)}:{port}: {refused.Message}");
        throw new TimeoutException($"No connection to {EgressRule.Bracketed(host)}:{port} within {_options.ConnectTimeout.TotalSeconds:0.###} s.", last);
    }

    /// <summary>Why a connection asked for as <paramref name="host"/> may not go to that address; null when it may.</summary>
    internal string? RefusalOf(string host, int port, IPAddress address)
    {
        foreach (var destination in AddressFacts.Destinations(address))
        {
            var kind = AddressFacts.KindOf(destination);
            if (kind.IsNeverAllowed())
                return $"{Subject(host, port, address)} was refused: {Describe(kind)} addresses are never reached, and no setting opens them; give the target another address.";
            if (IsOneOf(_policy.OwnHttp, destination, port))
                return $"{Subject(host, port, address)} was refused: this is an address of Alicerce itself; point to the application's own, or let an admin mark the environment with is_self_test.";
            if (IsOneOf(_policy.OwnEndpoints, destination, port))
                return $"{Subject(host, port, address)} was refused: this is a port of Alicerce itself, and no setting opens it; point to the application's own port.";
            var listed = _rules.Any(rule => rule.Lists(host, destination, port));
            if (_policy.OnlyAllowed && !listed)
                return NotListed(host, port, address);
            if (kind != AddressKind.Public && !listed)
                return $"{Subject(host, port, address)} was refused: {Describe(kind)} addresses are closed unless listed; add {EgressRule.Bracketed(host)}:{port} to ALICERCE_EGRESS_ALLOW, " +
                    "or let an admin register it as environment, service or datasource.";
        }
        return null;
    }

    private async Task<IPAddress[]> LookUpAsync(string name, CancellationToken ct)
    {
        if (IPAddress.TryParse(name, out var literal))
            return [literal];
        try
        {
            // The system's resolver may ignore cancellation once it has started, so the wait is cut here.
            return await _options.Resolve(name, ct).WaitAsync(_options.ResolveTimeout, _options.Clock, ct);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"The name {name} was not resolved within {_options.ResolveTimeout.TotalSeconds:0.###} s.", e);
        }
    }

    private async Task<Socket> ConnectOnceAsync(IPEndPoint endpoint, TimeSpan limit, CancellationToken ct)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var timer = new CancellationTokenSource(limit, _options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        try
        {
            await socket.ConnectAsync(endpoint, either.Token);
            return socket;
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException($"No connection to {endpoint} in time.", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsOneOf(IReadOnlyList<IPEndPoint> endpoints, IPAddress address, int port)
    {
        var own = endpoints.Where(endpoint => endpoint.Port == port).Select(endpoint => AddressFacts.Plain(endpoint.Address)).ToArray();
        if (own.Length == 0)
            return false;
        var bare = new IPAddress(address.GetAddressBytes());
        return own.Contains(bare) || (IsThisMachine(bare) && own.Any(IsThisMachine));
    }

    private static bool IsThisMachine(IPAddress address) =>
        IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ||
        NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Any(unicast => new IPAddress(unicast.Address.GetAddressBytes()).Equals(address));

    private static string Subject(string host, int port, IPAddress address) =>
        host == address.ToString() ? $"Connection to {EgressRule.Bracketed(host)}:{port}" : $"Connection to {host}:{port} ({address})";

    private static string NotListed(string host, int port, IPAddress? address) =>
        $"Connection to {EgressRule.Bracketed(host)}:{port}{(address is null || address.ToString() == host ? "" : $" ({address})")} was refused: only listed destinations may be reached here; " +
        $"add {EgressRule.Bracketed(host)}:{port} to the allowed ones.";

    private static string Describe(AddressKind kind) => kind switch
    {
        AddressKind.Loopback => "loopback",
        AddressKind.Private => "private (RFC 1918)",
        AddressKind.UniqueLocal => "private (IPv6 unique local)",
        AddressKind.Shared => "shared (100.64.0.0/10)",
        AddressKind.LinkLocal => "link-local",
        AddressKind.Metadata => "cloud metadata",
        AddressKind.Unspecified => "unspecified",
        AddressKind.Multicast => "multicast",
        AddressKind.Broadcast => "broadcast",
        _ => "reserved",
    };

    private static string Shortened(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…");
}

using System.Net;
using System.Net.Sockets;
using Alicerce.Outbound;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Alicerce.Platform.Web;

/// <summary>Addresses under which the other processes of this installation answer HTTP: <c>ALICERCE_OWN_URLS</c>.</summary>
public sealed record OtherProcesses(IReadOnlyList<string> Urls);

/// <summary>Where Alicerce itself answers HTTP: the listeners of this process and those of the others (D10).</summary>
public sealed class OwnHttp(IServer server, OtherProcesses others)
{
    public async Task<IReadOnlyList<IPEndPoint>> EndpointsAsync(CancellationToken ct)
    {
        var own = new List<IPEndPoint>();
        foreach (var text in (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Concat(others.Urls))
        {
            var url = UrlOf(text);
            own.AddRange((await AddressesOf(url.IdnHost, ct)).Select(address => new IPEndPoint(address, url.Port)));
        }

        return own;
    }

    /// <summary>For a host that an admin configured, which may be on this machine or in a private network (D10), but is not ourselves.</summary>
    internal async Task<EgressPolicy> PolicyForAsync(EgressPolicy policy, Uri configured, CancellationToken ct)
    {
        var host = configured.HostNameType == UriHostNameType.IPv6 ? $"[{configured.IdnHost}]" : configured.IdnHost;
        return policy with { Allowed = [.. policy.Allowed, $"{host}:{configured.Port}"], OwnHttp = await EndpointsAsync(ct) };
    }

    /// <summary>A listener on all addresses (<c>*</c>, <c>+</c>) is the unspecified one, which the guard takes for each of this machine.</summary>
    private static Uri UrlOf(string text) => new(text.Replace("://*", "://[::]", StringComparison.Ordinal).Replace("://+", "://[::]", StringComparison.Ordinal));

    private static async Task<IPAddress[]> AddressesOf(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address)) return [address];
        try
        {
            return await Dns.GetHostAddressesAsync(host, ct);
        }
        catch (SocketException)
        {
            return []; // Nobody else reaches a name that has no address either.
        }
    }
}

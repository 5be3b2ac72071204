using System.Net;
using System.Net.NetworkInformation;
using Alicerce.Outbound;
using Alicerce.Platform.Projects;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Where the cases of one run may connect to (D10): what the settings allow, and what an admin registered with the environment.</summary>
internal static class RunEgress
{
    public static EgressPolicy PolicyFor(EgressPolicy settings, EnvironmentFacts environment, Uri baseUrl, IReadOnlyList<IPEndPoint> ownAddresses) => settings with
    {
        Allowed = [.. settings.Allowed, Entry(baseUrl.IdnHost, baseUrl.Port), .. environment.ApprovedHosts],
        OwnEndpoints = environment.IsSelfTest ? settings.OwnEndpoints : [.. settings.OwnEndpoints, .. ownAddresses],
    };

    /// <summary>Whether secrets of the environment may be sent to its own address.</summary>
    public static bool IsApproved(EnvironmentFacts environment, Uri baseUrl) => environment.ApprovedHosts.Any(host =>
        host.Equals(baseUrl.IdnHost, StringComparison.OrdinalIgnoreCase)
        || host.Equals(baseUrl.Host, StringComparison.OrdinalIgnoreCase)
        || host.Equals(Entry(baseUrl.IdnHost, baseUrl.Port), StringComparison.OrdinalIgnoreCase));

    public static string Entry(string host, int port) => host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"[{host}]:{port}" : $"{host}:{port}";

    /// <summary>Under which addresses this process listens itself; a listener on all addresses is each of the machine's.</summary>
    public static IReadOnlyList<IPEndPoint> OwnAddresses(IServer server)
    {
        var own = new List<IPEndPoint>();
        foreach (var text in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            if (!Uri.TryCreate(text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url)) continue;
            own.AddRange(AddressesOf(url.IdnHost).Select(address => new IPEndPoint(address, url.Port)));
        }

        return own;
    }

    private static IEnumerable<IPAddress> AddressesOf(string host)
    {
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address)) return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        if (!address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)) return [address];
        return NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(unicast => unicast.Address);
    }
}

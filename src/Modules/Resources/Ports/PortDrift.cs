using System.Net;
using System.Net.NetworkInformation;
using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Ports.Local;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Modules.Resources.Services;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Compares the list of ports with what listens on the server's own machine, and with the ports at which services are registered.</summary>
internal sealed class PortDrift(ResourcesDb db, HostBook hosts, SocketOwners owners, PortDisagreements disagreements, ServiceEgress egress)
{
    private const int Most = 500;

    /// <param name="Closed">Allocated, and nothing listens there.</param>
    /// <param name="Unknown">Something listens there, and nobody was given it.</param>
    /// <param name="Own">Where Alicerce itself listens, and its PostgreSQL and Redis if they are here: nobody has to be given these.</param>
    /// <param name="Disagreements">Services, on any host, that are registered at another port than the list says.</param>
    /// <param name="IsComplete">False when only the first 500 of one of them are here.</param>
    public sealed record Response(string Host, IReadOnlyList<Allocated> Closed, IReadOnlyList<Open> Unknown, IReadOnlyList<int> Own, IReadOnlyList<PortDisagreement> Disagreements, bool IsComplete);

    public sealed record Allocated(int Port, string? ServiceName, string PortType, int? ProjectId, int? EnvironmentId);

    public sealed record Open(int Port, LocalProcess? Process);

    public async Task<Result<Response>> HandleAsync(string? given, HttpContext http, CancellationToken ct)
    {
        if (new Validation().ReadHost(given ?? HostNames.ThisMachine, allowEvery: false, out var host).Problem is { } invalid) return invalid;
        if (!LocalPorts.IsHere(await hosts.ResolveAsync(host, ct)))
            return Problem.Invalid("host", "not_here", "Only localhost, the server's own machine, can be looked at: other hosts are never probed.");
        // What runs on the server's machine is the house's business.
        if (await Owner.House.CheckAsync(http, AccessRole.Developer, ct) is { } refused) return refused;

        var projects = http.SignedInCaller().VisibleProjects;
        var held = await db.Allocations.AsNoTracking().Where(row => (row.Host == HostNames.ThisMachine || row.Host == PortAllocation.Every) && row.Status != PortAllocation.Released)
            .OrderBy(row => row.Port).ToListAsync(ct);
        var open = LocalPorts.Listening();
        var closed = held.Where(row => row.Status == PortAllocation.Allocated && !open.Contains(row.Port) && (row.ProjectId is not { } id || projects is null || projects.Contains(id))).ToList();
        var known = held.Select(row => row.Port).ToHashSet();
        var own = await OwnAsync(ct);
        var unknown = open.Where(port => !known.Contains(port) && !own.Contains(port)).Order().ToList();
        var processes = owners.Find([.. unknown.Take(Most)]);
        var services = await db.Services.AsNoTracking().Where(row => row.ProjectId == null || projects == null || projects.Contains(row.ProjectId.Value)).ToListAsync(ct);
        var others = await disagreements.FindAsync(services, ct);
        return new Response(
            HostNames.ThisMachine, [.. closed.Take(Most).Select(row => new Allocated(row.Port, row.ServiceName, row.PortType, row.ProjectId, row.EnvironmentId))],
            [.. unknown.Take(Most).Select(port => new Open(port, processes.GetValueOrDefault(port)))], [.. own.Intersect(open).Order()], [.. others.Take(Most)],
            closed.Count <= Most && unknown.Count <= Most && others.Count <= Most);
    }

    private async Task<HashSet<int>> OwnAsync(CancellationToken ct)
    {
        var policy = await egress.PolicyAsync(ct);
        var here = NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(address => address.Address).ToHashSet();
        return [.. policy.OwnEndpoints.Concat(policy.OwnHttp)
            .Where(own => IPAddress.IsLoopback(own.Address) || own.Address.Equals(IPAddress.Any) || own.Address.Equals(IPAddress.IPv6Any) || here.Contains(own.Address)).Select(own => own.Port)];
    }
}

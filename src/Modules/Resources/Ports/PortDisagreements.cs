using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Rows;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>A service that is registered at another port of a host than the list of ports says.</summary>
/// <param name="Host">The name under which the host's ports are kept.</param>
internal sealed record PortDisagreement(string ServiceName, string Host, int RegisteredPort, IReadOnlyList<int> AllocatedPorts, int? ProjectId, int? EnvironmentId)
{
    public override string ToString() =>
        $"{ServiceName} is registered at port {RegisteredPort} of {Host}, and the list of ports gives it {string.Join(", ", AllocatedPorts)}: register it at that port, or release that one and allocate {RegisteredPort}.";
}

/// <summary>Compares registered services with the ports that are allocated under their names. What has no port in the list, such as a machine of others, says nothing against it.</summary>
internal sealed class PortDisagreements(ResourcesDb db)
{
    /// <param name="services">All instances of each name and owner: one at an allocated port is enough.</param>
    /// <param name="ct">The caller left.</param>
    public async Task<List<PortDisagreement>> FindAsync(IReadOnlyCollection<RegisteredService> services, CancellationToken ct)
    {
        if (services.Count == 0) return [];
        string[] names = [.. services.Select(service => service.Name).Distinct()];
        var aliases = await db.HostAliases.AsNoTracking().ToDictionaryAsync(alias => alias.Alias, alias => alias.Host, ct);
        var rows = await db.Allocations.AsNoTracking().Where(row => row.Status == PortAllocation.Allocated && (names.Contains(row.ServiceName) || names.Contains(row.PartOf))).ToListAsync(ct);
        var allocated = rows.ToLookup(row => (Name: row.PartOf ?? row.ServiceName!, row.Host, row.ProjectId));
        return
        [
            .. services.GroupBy(service => (service.Name, Host: HostOf(service, aliases), service.ProjectId, service.EnvironmentId))
                .Select(instances => (instances.Key, Registered: instances, Ports: PortsOf(allocated[(instances.Key.Name, instances.Key.Host, instances.Key.ProjectId)], instances.Key.EnvironmentId)))
                .Where(one => one.Ports.Count > 0 && !one.Registered.Any(instance => one.Ports.Contains(instance.Port)))
                .Select(one => new PortDisagreement(one.Key.Name, one.Key.Host, one.Registered.Min(instance => instance.Port), one.Ports, one.Key.ProjectId, one.Key.EnvironmentId))
                .OrderBy(one => one.Host, StringComparer.Ordinal).ThenBy(one => one.ServiceName, StringComparer.Ordinal).ThenBy(one => one.EnvironmentId),
        ];
    }

    private static string HostOf(RegisteredService service, Dictionary<string, string> aliases)
    {
        var host = HostNames.Canonical(service.Host) ?? service.Host;
        return aliases.GetValueOrDefault(host, host);
    }

    /// <summary>What the project has for all of its environments counts in each of them.</summary>
    private static List<int> PortsOf(IEnumerable<PortAllocation> rows, int? environment) => [.. rows.Where(row => row.EnvironmentId is null || row.EnvironmentId == environment).Select(row => row.Port).Order()];
}

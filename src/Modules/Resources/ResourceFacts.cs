using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Alicerce.Modules.Resources;

/// <summary>What who follows changes is told of ports and services: that something is another now, and whose. What it is, is read from its own address.</summary>
internal static class ResourceFacts
{
    private const string PortCreated = "port.created";
    private const string PortUpdated = "port.updated";
    private const string PortReleased = "port.released";

    /// <returns>To be called after the rows are written, when new ones have their ids.</returns>
    public static List<Func<Fact>> In(ChangeTracker changes) => [.. changes.Entries().Select(FactOf).OfType<Func<Fact>>()];

    /// <summary>For ports that are written without the context; the word is the audit log's.</summary>
    public static Fact OfPort(string action, string host, int port, int? projectId) => new(action, projectId, $"{host}:{port}", new { Host = host, Port = port });

    private static Func<Fact>? FactOf(EntityEntry entry) => (entry.State, entry.Entity) switch
    {
        (EntityState.Detached or EntityState.Unchanged, _) => null,
        (EntityState.Added, PortAllocation port) => () => OfPort(PortCreated, port.Host, port.Port, port.ProjectId),
        (_, PortAllocation port) => () => OfPort(port.Status == PortAllocation.Released ? PortReleased : PortUpdated, port.Host, port.Port, port.ProjectId),
        (_, PortRange range) => () => new Fact("port.range_changed", null, $"{range.Name}@{range.Host}", new { range.Name, range.Host }),
        (_, HostAlias alias) => () => new Fact("port.host_changed", null, alias.Alias, new { alias.Alias, alias.Host }),
        (EntityState.Added, RegisteredService service) => () => OfService("service.registered", service),
        (EntityState.Deleted, RegisteredService service) => () => OfService("service.deregistered", service),
        (_, RegisteredService service) => () => OfService("service.updated", service),
        _ => null,
    };

    private static Fact OfService(string type, RegisteredService service) => new(type, service.ProjectId, $"{service.Id}", new { service.Id, service.Name, service.ProjectId, service.EnvironmentId });
}

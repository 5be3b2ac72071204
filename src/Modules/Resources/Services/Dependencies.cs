using Alicerce.Modules.Resources.Rows;
using Alicerce.Modules.Resources.Services.Health;

namespace Alicerce.Modules.Resources.Services;

/// <summary>
/// Which services are down because of others. A dependency is a name, and the nearest services of that name are meant: of the same environment, else of
/// the project, else of the house. It is down when none of them works, or when there is none.
/// </summary>
internal sealed class Dependencies(IEnumerable<RegisteredService> services)
{
    private readonly ILookup<(string Name, int? ProjectId, int? EnvironmentId), RegisteredService> _byName = services.ToLookup(s => (s.Name, s.ProjectId, s.EnvironmentId));

    /// <summary>What is to be said of a dependency of that service that is down, however far away; null when none is.</summary>
    public string? DownOf(RegisteredService service)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { service.Name };
        var next = new Queue<(string Name, string? Through)>(service.DependsOn.Select(name => (name, (string?)null)));
        while (next.TryDequeue(out var dependency))
        {
            // Who depends on itself in a circle is met again here, and left.
            if (!seen.Add(dependency.Name)) continue;
            var instances = Nearest(dependency.Name, service.ProjectId, service.EnvironmentId);
            var through = dependency.Through is { } way ? $" (through {way})" : "";
            if (instances.Count == 0) return $"depends on {dependency.Name}{through}, which nobody registered";
            if (instances.All(instance => instance.HealthStatus == HealthStatus.Unhealthy)) return $"depends on {dependency.Name}{through}, which is unhealthy";
            foreach (var further in instances.SelectMany(instance => instance.DependsOn)) next.Enqueue((further, dependency.Through ?? dependency.Name));
        }

        return null;
    }

    /// <summary>What the service itself names, each with the best of the nearest instances; null where nobody registered it.</summary>
    public IEnumerable<(string Name, RegisteredService? Best)> DirectOf(RegisteredService service) =>
        service.DependsOn.Select(name => (name, Nearest(name, service.ProjectId, service.EnvironmentId).MinBy(instance => HealthStatus.Rank(instance.HealthStatus))));

    private List<RegisteredService> Nearest(string name, int? projectId, int? environmentId)
    {
        foreach (var key in new[] { (name, projectId, environmentId), (name, projectId, null), (name, null, null) })
        {
            var found = _byName[key].ToList();
            if (found.Count > 0) return found;
        }

        return [];
    }
}

using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Ports;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Modules.Resources.Services;
using Alicerce.Platform.Projects;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Configs;

/// <summary>Gathers what the generated files are made of, in a fixed order, and refuses names that could break out of a file.</summary>
internal sealed class ConfigSource(ResourcesDb db, HostBook hosts, PortDisagreements disagreements, IProjects projects)
{
    private const int Most = 1_000;

    /// <param name="owner">That exists; whoever asks has been let in there.</param>
    /// <param name="ct">The caller left.</param>
    /// <exception cref="ConfigMistakesException">Something has a name that cannot be written.</exception>
    public async Task<ConfigFacts> ReadAsync(Owner owner, CancellationToken ct)
    {
        var project = (await projects.FindAsync(owner.ProjectId!.Value, ct))!;
        var environment = owner.EnvironmentId is { } id ? await projects.FindEnvironmentAsync(id, ct) : null;
        var host = await hosts.ResolveAsync(HostNames.Canonical(environment?.DockerHost ?? HostNames.ThisMachine) ?? "", ct);
        var services = await ServicesAsync(owner, ct);
        var facts = new ConfigFacts(
            project.Name, environment?.Name, host, environment?.BaseUrl, environment?.IsProtected == true, environment?.Variables ?? new Dictionary<string, string>(),
            await PortsAsync(owner, host, ct), services.ConvertAll(ServiceOf), environment is null ? [] : await DatasourcesAsync(environment.Id, ct), await SecretsAsync(owner, ct))
        {
            Disagreements = (await disagreements.FindAsync(services, ct)).ConvertAll(one => $"{one}"),
        };
        ConfigNames.Demand(facts);
        return facts;
    }

    /// <summary>Those of the environment and those that the project has for all of its environments.</summary>
    private async Task<List<ConfigPort>> PortsAsync(Owner owner, string host, CancellationToken ct) =>
        await db.Allocations.AsNoTracking()
            .Where(row => row.ProjectId == owner.ProjectId && (row.EnvironmentId == null || row.EnvironmentId == owner.EnvironmentId) && row.Host == host && row.Status == PortAllocation.Allocated)
            .OrderBy(row => row.ServiceName).Take(Most).Select(row => new ConfigPort(row.ServiceName!, row.PortType, row.Host, row.Port, row.BindAddress, row.ContainerPort, row.Image, row.PartOf)).ToListAsync(ct);

    private async Task<List<RegisteredService>> ServicesAsync(Owner owner, CancellationToken ct) =>
        await db.Services.AsNoTracking().Where(row => row.ProjectId == owner.ProjectId && (row.EnvironmentId == null || row.EnvironmentId == owner.EnvironmentId))
            .OrderBy(row => row.Name).ThenBy(row => row.Host).ThenBy(row => row.Port).Take(Most).ToListAsync(ct);

    private static ConfigService ServiceOf(RegisteredService row)
    {
        var metadata = ServiceMetadata.Read(row.MetadataJson);
        return new ConfigService(row.Name, row.ServiceType, row.Host, row.Port, row.Protocol, row.HealthEndpoint, metadata.MetricsPath, metadata.Image, metadata.Public, metadata.Domain, metadata.Env);
    }

    private async Task<List<ConfigDatasource>> DatasourcesAsync(int environment, CancellationToken ct) =>
        [.. (await projects.ListDatasourcesAsync(environment, ct)).Select(source => new ConfigDatasource(source.Name, source.Driver, source.Host, source.Port, source.Database, source.Username, source.SecretName))];

    private async Task<List<string>> SecretsAsync(Owner owner, CancellationToken ct) =>
        await db.Secrets.AsNoTracking()
            .Where(row => (row.ProjectId == null || row.ProjectId == owner.ProjectId) && (row.EnvironmentId == null || row.EnvironmentId == owner.EnvironmentId))
            .Select(row => row.Key).Distinct().OrderBy(key => key).Take(Most).ToListAsync(ct);
}

using Alicerce.Modules.Resources.Configs;
using Alicerce.Modules.Resources.Ports;
using Alicerce.Modules.Resources.Secrets;
using Alicerce.Modules.Resources.Services;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Resources;

/// <summary>Hands out ports, keeps secrets, knows which services run where and how they are, and writes the configs that agree with all three.</summary>
public sealed class ResourcesModule : IModule
{
    public string Name => "resources";

    public ModuleSchema? Schema => ResourcesDb.ForMigrations;

    public ISealedStore? Sealed { get; } = new SealedSecrets();

    public IEnumerable<string> CheckConfiguration(IConfiguration configuration) => ServiceServices.CheckConfiguration(configuration);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ResourcesDb>(ResourcesDb.SchemaName);
        SecretServices.Add(services);
        PortServices.Add(services);
        ConfigsEndpoints.AddServices(services);
        ServiceServices.Add(services, configuration);
    }

    public void AddWorkers(IServiceCollection services)
    {
        PortServices.AddWorkers(services);
        ServiceServices.AddWorkers(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        SecretsEndpoints.Map(api);
        PortsEndpoints.Map(api);
        ConfigsEndpoints.Map(api);
        ServicesEndpoints.Map(api);
    }
}

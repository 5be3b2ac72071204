using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Testing;

/// <summary>Finds what a project is made of, keeps suites of cases for it, runs them and keeps what came out.</summary>
public sealed class TestingModule : IModule
{
    public string Name => "testing";

    public ModuleSchema? Schema => TestingDb.ForMigrations;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<TestingDb>(TestingDb.SchemaName);
        RunServices.Add(services, configuration);
    }

    public IEnumerable<string> CheckConfiguration(IConfiguration configuration) => RunServices.CheckConfiguration(configuration);

    public void AddWorkers(IServiceCollection services) => RunServices.AddWorkers(services);

    public void MapEndpoints(IEndpointRouteBuilder api) => RunsEndpoints.Map(api);
}

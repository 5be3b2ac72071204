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
    }

    public void AddWorkers(IServiceCollection services)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }
}

using Alicerce.Contracts.Testing;
using Alicerce.Modules.Testing.Cases;
using Alicerce.Modules.Testing.Discovery;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Modules.Testing.Suites;
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

    public IEnumerable<string> CheckConfiguration(IConfiguration configuration) =>
        ScanSettings.Check(configuration).Concat(RunServices.CheckConfiguration(configuration));

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<TestingDb>(TestingDb.SchemaName);
        services.AddSingleton(ScanSettings.Read(configuration));
        services.AddSingleton<ProjectEgress>();
        services.AddSingleton<OpenApiDownload>();
        services.AddSingleton<RememberedFiles>();
        services.AddSingleton<ScanStore>();
        services.AddScoped<ScanProject>();
        services.AddScoped<CaseStore>();
        services.AddScoped<ISuiteCases, SuiteCases>();
        services.AddScoped<GenerateSuite>();
        services.AddScoped<SuiteFiles>();
        RunServices.Add(services, configuration);
    }

    public void AddWorkers(IServiceCollection services) => RunServices.AddWorkers(services);

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        DiscoveryEndpoints.Map(api);
        SuitesEndpoints.Map(api);
        CasesEndpoints.Map(api);
        RunsEndpoints.Map(api);
    }
}

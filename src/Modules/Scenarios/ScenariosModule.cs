using Alicerce.Modules.Scenarios.Catalogue;
using Alicerce.Modules.Scenarios.Embeddings;
using Alicerce.Modules.Scenarios.SampleData;
using Alicerce.Modules.Scenarios.Suggestions;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Health;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Scenarios;

/// <summary>Keeps the team's test scenarios and suggests, while somebody types, those that mean the same.</summary>
public sealed class ScenariosModule : IModule
{
    public string Name => "scenarios";

    public ModuleSchema? Schema => ScenariosDb.ForMigrations;

    public IEnumerable<string> CheckConfiguration(IConfiguration configuration) => EmbeddingSettings.Check(configuration);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ScenariosDb>(ScenariosDb.SchemaName);
        services.AddSingleton(provider => EmbeddingSettings.Read(configuration, provider.GetRequiredService<EgressPolicy>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<CatalogueReader>();
        services.AddSingleton<ScenarioWriter>();
        services.AddSingleton<ColdSearch>();
        services.AddSingleton<LiveIndex>();
        services.AddSingleton<IndexUpdate>();
        services.AddSingleton<IDependency>(provider => provider.GetRequiredService<LiveIndex>());
        services.AddHostedService<IndexFollower>();
    }

    public void AddWorkers(IServiceCollection services)
    {
        services.AddJobHandler<EmbedMissing, EmbedMissing.Args>(EmbedMissing.JobType);
        services.AddJobHandler<GenerateTestData, GenerateTestData.Args>(GenerateTestData.JobType);
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        api.ServiceProvider.GetRequiredService<LiveIndex>().Open();
        ScenariosEndpoints.Map(api);
    }
}

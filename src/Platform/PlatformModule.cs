using Alicerce.Platform.Alerts;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Backups;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Schedules;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Streams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform;

/// <summary>The platform's own doors: projects and environments, jobs and schedules, changes.</summary>
public sealed class PlatformModule : IModule
{
    public string Name => "platform";

    public ModuleSchema? Schema => PlatformDb.ForMigrations;

    public IEnumerable<string> CheckConfiguration(IConfiguration configuration) =>
    [
        .. EnvironmentSecretReader.CheckConfiguration(configuration), .. OidcOptions.CheckConfiguration(configuration),
        .. InternalKeyOptions.CheckConfiguration(configuration["INTERNAL_SERVICE_KEY"]), .. CheckAlerts(configuration),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IProjects, ProjectReader>();
        services.AddScoped<IEnvironmentPorts, EnvironmentPorts>();
        services.AddScoped<EnvironmentHolds>();
        services.AddOidc(configuration);
        services.AddSingleton(InternalKeyOptions.Read(configuration["INTERNAL_SERVICE_KEY"]));
        services.AddAlerts(AlertOptions.Read(name => configuration[name], []));
    }

    public void AddWorkers(IServiceCollection services)
    {
        services.AddHostedService<Upkeep>();
        services.AddHostedService<FactRelay>();
        services.AddHostedService<Scheduler>();
        services.AddHostedService<AuditSealing>();
        services.AddAlertWork();
        services.AddHostedService<DailyBackup>();
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        ProjectsEndpoints.Map(api);
        EnvironmentsEndpoints.Map(api);
        DatasourcesEndpoints.Map(api);
        JobEndpoints.Map(api);
        AuthEndpoints.Map(api);
        OidcEndpoints.Map(api);
        PasswordEndpoints.Map(api);
        TokensEndpoints.Map(api);
        UsersEndpoints.Map(api);
        MembersEndpoints.Map(api);
        SchedulesEndpoints.Map(api);
        PerformanceEndpoints.Map(api);
        AuditEndpoints.Map(api);
        AlertsEndpoints.Map(api);
        api.MapGet("/changes", FollowChangesAsync).AcrossProjects()
            .WithTags("Changes").WithSummary("Follow what changes, as server-sent events; go on with Last-Event-ID");
    }

    private static List<string> CheckAlerts(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        AlertOptions.Read(name => configuration[name], mistakes);
        return mistakes;
    }

    /// <param name="projects">The only projects to hear of; all that the caller may know of when left out.</param>
    private static async Task<EventStream> FollowChangesAsync(HttpContext http, [FromQuery(Name = "project_id")] int[]? projects, ChangeFeed feed, CancellationToken ct)
    {
        var start = await feed.StartAsync(EventStream.LastEventId(http.Request), ct);
        return new EventStream((_, end) => feed.ReadAsync(start, projects is { Length: > 0 } ? projects : null, () => http.SignedInCaller(), end));
    }
}

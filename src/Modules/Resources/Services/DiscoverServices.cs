using System.Text.Json;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Modules.Resources.Services.Health;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Resources.Services;

/// <summary>
/// Where a service is (S004-SVC-02), all of a type (S004-SVC-03), or all there are, from the cache. Seen from an environment of a project, or from a project, or from the
/// house; a name is answered by the nearest that knows it: the environment, else the project, else the house. Environments and projects never mix (T004-22).
/// </summary>
internal static class DiscoverServices
{
    /// <param name="Name">Of the service.</param>
    /// <param name="Type">app, database, cache, queue or gateway; of any type when left out.</param>
    /// <param name="HealthyOnly">Leaves out what is unhealthy; what was never looked at counts (T004-24). True when left out.</param>
    public sealed record Query(
        [FromQuery(Name = "name")] string? Name, [FromQuery(Name = "type")] string? Type, [FromQuery(Name = "project_id")] int? ProjectId,
        [FromQuery(Name = "environment_id")] int? EnvironmentId, [FromQuery(Name = "healthy_only")] bool? HealthyOnly);

    /// <summary>An instance, the best first: near before far, healthy before degraded before unknown.</summary>
    /// <param name="HealthStatus">With what it depends on, as in lists: a healthy service whose dependency is down is degraded.</param>
    /// <param name="OwnHealthStatus">What looks at the service itself found.</param>
    /// <param name="Reason">Why it is not healthy.</param>
    public sealed record Instance(
        int Id, string Name, string ServiceType, string Host, int Port, string Protocol, string Url, string HealthStatus, string OwnHealthStatus, string? Reason, double? LatencyMs, int? ProjectId,
        int? EnvironmentId, JsonElement Metadata);

    public static async Task<Result<Instance[]>> HandleAsync([AsParameters] Query query, HttpContext http, ServiceDirectory directory, CancellationToken ct)
    {
        var validation = new Validation().CheckOneOf(query.Type, "type", ServiceRules.Types);
        if (query.Name is { } name) validation.CheckName(name);
        if (validation.Problem is { } problem) return problem;
        var caller = http.SignedInCaller();
        // Whoever is known to be a member is not looked up: this answer is to cost no question to the database.
        var mayRead = query is { ProjectId: { } project } ? caller.In(project) >= AccessRole.Viewer : query.EnvironmentId is null && caller.InTheHouse >= AccessRole.Viewer;
        if (!mayRead && await new Owner(query.ProjectId, query.EnvironmentId).CheckAsync(http, AccessRole.Viewer, ct) is { } denied) return denied;
        var withHouse = caller.InTheHouse >= AccessRole.Viewer;
        // A context is made where the cache does not know: making one costs more than the answer.
        var key = CacheKey.Of("core", "services", query.Name, query.Type, query.ProjectId, query.EnvironmentId, query.HealthyOnly ?? true, withHouse);
        return await directory.GetAsync(key, query.ProjectId, end => FindAsync(http.RequestServices.GetRequiredService<ResourcesDb>(), query, withHouse, end), ct);
    }

    private static async ValueTask<Instance[]> FindAsync(ResourcesDb db, Query query, bool withHouse, CancellationToken ct)
    {
        var healthyOnly = query.HealthyOnly ?? true;
        var rows = await db.Services.AsNoTracking()
            .Where(s => query.Name == null || s.Name == query.Name).Where(s => query.Type == null || s.ServiceType == query.Type)
            .Where(s => s.ProjectId == null ? withHouse : s.ProjectId == query.ProjectId && (s.EnvironmentId == null || s.EnvironmentId == query.EnvironmentId))
            .ToListAsync(ct);
        var views = (await WithDependenciesAsync(db, rows, query.ProjectId, ct)).ToDictionary(view => view.Id);
        // Who is nearest does not depend on health: nobody is sent to another place because the right one is down.
        var near = rows.GroupBy(s => s.EnvironmentId is not null ? 0 : s.ProjectId is not null ? 1 : 2).OrderBy(group => group.Key).ToList();
        return
        [
            .. (query.Name is null ? near : near.Take(1)).SelectMany(group => group.OrderBy(s => HealthStatus.Rank(views[s.Id].HealthStatus)).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Id))
                .Where(s => !healthyOnly || s.HealthStatus != HealthStatus.Unhealthy)
                .Select(s => views[s.Id]).Select(s => new Instance(
                    s.Id, s.Name, s.ServiceType, s.Host, s.Port, s.Protocol, ServiceAddress.Text(s.Protocol, s.Host, s.Port, null), s.HealthStatus, s.OwnHealthStatus, s.Reason, s.LatencyMs,
                    s.ProjectId, s.EnvironmentId, s.Metadata)),
        ];
    }

    /// <summary>All around is read only where it can matter.</summary>
    private static async Task<List<ServiceView>> WithDependenciesAsync(ResourcesDb db, List<RegisteredService> rows, int? projectId, CancellationToken ct)
    {
        if (!rows.Exists(s => s.DependsOn.Length > 0)) return rows.ConvertAll(s => ServiceView.Of(s));
        var dependencies = new Dependencies(await db.Services.AsNoTracking().Where(s => s.ProjectId == null || s.ProjectId == projectId).ToListAsync(ct));
        return rows.ConvertAll(s => ServiceView.Of(s, dependencies.DownOf(s)));
    }
}

using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Services;

/// <summary>The services that a caller may know of, as they are now and with what they depend on.</summary>
internal static class VisibleServices
{
    /// <param name="Status">healthy, degraded, unhealthy or unknown, with what it depends on.</param>
    public sealed record Filter(
        [FromQuery(Name = "service_type")] string? ServiceType, [FromQuery(Name = "project_id")] int? ProjectId, [FromQuery(Name = "environment_id")] int? EnvironmentId,
        [FromQuery(Name = "status")] string? Status, [FromQuery(Name = "name")] string? Name)
    {
        public Problem? Check() => (Name is null ? new Validation() : new Validation().CheckName(Name)).CheckOneOf(ServiceType, "service_type", ServiceRules.Types).CheckOneOf(Status, "status", Health.HealthStatus.All).Problem;
    }

    /// <summary>By name, then by id.</summary>
    public static async Task<Result<List<(RegisteredService Row, ServiceView View)>>> ReadAsync(ResourcesDb db, HttpContext http, Filter filter, AccessRole role, CancellationToken ct)
    {
        if (filter.Check() is { } mistake) return mistake;
        if ((filter.ProjectId ?? filter.EnvironmentId) is not null && await new Owner(filter.ProjectId, filter.EnvironmentId).CheckAsync(http, role, ct) is { } denied) return denied;
        var caller = http.SignedInCaller();
        var projects = filter.ProjectId is { } one ? [one] : caller.VisibleProjects;
        // The house's are read for everybody, because a project's services depend on them; they are shown to whom they may be.
        var all = await db.Services.AsNoTracking().Where(s => s.ProjectId == null || projects == null || projects.Contains(s.ProjectId.Value))
            .OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct);
        var dependencies = new Dependencies(all);
        bool IsAskedFor(RegisteredService s) =>
            (filter.ProjectId is null || s.ProjectId == filter.ProjectId) && (filter.EnvironmentId is null || s.EnvironmentId == filter.EnvironmentId)
            && (filter.ServiceType is null || s.ServiceType == filter.ServiceType) && (filter.Name is null || s.Name == filter.Name)
            && (s.ProjectId is { } project ? filter.ProjectId is not null || caller.In(project) >= role : caller.InTheHouse >= role);
        return all.Where(IsAskedFor).Select(s => (s, ServiceView.Of(s, dependencies.DownOf(s)))).Where(s => filter.Status is null || s.Item2.HealthStatus == filter.Status).ToList();
    }

    public static async Task<Paged<ServiceView>> ListAsync([AsParameters] Filter filter, [AsParameters] PageQuery pages, HttpContext http, ResourcesDb db, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var page) is { } problem) return problem;
        var found = await ReadAsync(db, http, filter, AccessRole.Viewer, ct);
        if (!found.IsSuccess) return found.Problem!;
        return Paged.Of(found.Value.Skip(page.Skip).Take(page.PerPage).Select(s => s.View).ToList(), page.Meta(found.Value.Count));
    }
}

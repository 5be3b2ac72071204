using System.Linq.Expressions;
using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Who has which port: the list with its filters, one service's port, and all that ever had a port (S004-API-01, S004-API-14).</summary>
internal sealed class FindPorts(ResourcesDb db, HostBook hosts, TimeProvider clock)
{
    public static readonly IReadOnlyList<string> Statuses = [PortAllocation.Allocated, PortAllocation.Reserved, PortAllocation.Released];

    public sealed record Query(
        [FromQuery(Name = "host")] string? Host, [FromQuery(Name = "project_id")] int? ProjectId, [FromQuery(Name = "environment_id")] int? EnvironmentId,
        [FromQuery(Name = "port_type")] string? PortType, [FromQuery(Name = "status")] string? Status, [FromQuery(Name = "include_released")] bool? IncludeReleased,
        [FromQuery(Name = "latest")] bool? Latest);

    /// <param name="Host">A host's own name, or <c>*</c> for reservations on all of them.</param>
    public sealed record HostView(string Host);

    public async Task<Paged<PortView>> ListAsync(Query query, PageQuery pages, HttpContext http, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var page) is { } problem) return problem;
        string? host = null;
        var validation = new Validation().Check(query.Status is null || Statuses.Contains(query.Status), "status", "unknown", $"status is one of {string.Join(", ", Statuses)}.");
        if (query.PortType is not null) validation.CheckType(query.PortType);
        if (query.Host is not null) validation.ReadHost(query.Host, allowEvery: true, out host);
        if (validation.Problem is { } invalid) return invalid;
        if (query.ProjectId is { } project && await new Owner(project, query.EnvironmentId).CheckAsync(http, AccessRole.Viewer, ct) is { } refused) return refused;

        var now = clock.GetUtcNow();
        if (host is not null) host = await hosts.ResolveAsync(host, ct);
        var (status, all) = (query.Status, query.IncludeReleased == true || query.Status == PortAllocation.Released);
        var rows = Visible(http)
            .Where(row => (host == null || row.Host == host) && (query.ProjectId == null || row.ProjectId == query.ProjectId)
                && (query.EnvironmentId == null || row.EnvironmentId == query.EnvironmentId) && (query.PortType == null || row.PortType == query.PortType))
            .Select(row => new { Row = row, Status = row.Status == PortAllocation.Reserved && row.ReservedUntil <= now ? PortAllocation.Released : row.Status })
            .Where(row => (status == null || row.Status == status) && (all || row.Status != PortAllocation.Released))
            .OrderBy(row => row.Row.Host).ThenBy(row => row.Row.Port).ThenByDescending(row => row.Row.Id).Select(row => row.Row);
        if (query.Latest == true) rows = rows.Where(IsLatest(now));
        return await Paged.OfAsync(rows, page, row => PortView.Of(row, now), ct);
    }

    /// <summary>A port that was given back is told once, by whom it had last, and not at all while somebody holds it again.</summary>
    private Expression<Func<PortAllocation, bool>> IsLatest(DateTimeOffset now) => row =>
        (row.Status != PortAllocation.Released && (row.ReservedUntil == null || row.ReservedUntil > now))
        || !db.Allocations.Any(other => other.Host == row.Host && other.Port == row.Port && other.Id != row.Id
            && (other.Id > row.Id || (other.Status != PortAllocation.Released && (other.ReservedUntil == null || other.ReservedUntil > now))));

    /// <summary>The hosts of the ports that the caller may see, history included: what a list can be narrowed to.</summary>
    public async Task<Paged<HostView>> HostsAsync(PageQuery pages, HttpContext http, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var page) is { } problem) return problem;
        return await Paged.OfAsync(Visible(http).Select(row => row.Host).Distinct().OrderBy(host => host), page, host => new HostView(host), ct);
    }

    /// <summary>The source's <c>get_port</c>: null there is 404 here (S004-PORT-10). A reservation for the service is its port too.</summary>
    public async Task<Result<PortView>> OfServiceAsync(string service, string? given, HttpContext http, CancellationToken ct)
    {
        var validation = new Validation().CheckService(service).ReadHost(given ?? HostNames.ThisMachine, allowEvery: true, out var host);
        if (validation.Problem is { } invalid) return invalid;
        host = await hosts.ResolveAsync(host, ct);
        var now = clock.GetUtcNow();
        var held = await Visible(http).SingleOrDefaultAsync(
            row => row.ServiceName == service && row.Host == host && row.Status != PortAllocation.Released && (row.ReservedUntil == null || row.ReservedUntil > now), ct);
        return held is null ? PortProblems.NothingHeld(service, host) : PortView.Of(held, now);
    }

    /// <summary>The newest first.</summary>
    public async Task<Paged<PortView>> HistoryAsync(int port, string? given, PageQuery pages, HttpContext http, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var page) is { } problem) return problem;
        if (new Validation().CheckPort(port, "port").ReadHost(given ?? HostNames.ThisMachine, allowEvery: true, out var host).Problem is { } invalid) return invalid;
        host = await hosts.ResolveAsync(host, ct);
        var now = clock.GetUtcNow();
        var rows = Visible(http).Where(row => row.Host == host && row.Port == port).OrderByDescending(row => row.Id);
        return await Paged.OfAsync(rows, page, row => PortView.Of(row, now), ct);
    }

    /// <summary>The house's, and those of the caller's projects.</summary>
    private IQueryable<PortAllocation> Visible(HttpContext http)
    {
        var projects = http.SignedInCaller().VisibleProjects;
        return db.Allocations.AsNoTracking().Where(row => row.ProjectId == null || projects == null || projects.Contains(row.ProjectId.Value));
    }
}

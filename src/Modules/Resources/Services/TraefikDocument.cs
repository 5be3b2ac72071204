using Alicerce.Modules.Resources.Rows;
using Alicerce.Modules.Resources.Services.Health;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Services;

/// <summary>
/// The services of one owner as Traefik's HTTP provider reads them: never in an envelope. Instances of a name are servers of one load balancer; a service
/// whose metadata names a <c>domain</c> gets a router, unless it says that it is not public. Unhealthy instances are left out, unless a name has no other: the gateway's own checks then decide.
/// </summary>
internal static class TraefikDocument
{
    public sealed record Document(HttpPart? Http, TcpPart? Tcp);

    public sealed record HttpPart(SortedDictionary<string, Router>? Routers, SortedDictionary<string, HttpService> Services);

    public sealed record TcpPart(SortedDictionary<string, TcpService> Services);

    public sealed record Router(string Rule, string Service);

    public sealed record HttpService(HttpBalancer LoadBalancer);

    public sealed record HttpBalancer(IReadOnlyList<HttpServer> Servers, HealthCheck? HealthCheck);

    public sealed record HttpServer(string Url);

    public sealed record HealthCheck(string Path, string Interval, string Timeout);

    public sealed record TcpService(TcpBalancer LoadBalancer);

    public sealed record TcpBalancer(IReadOnlyList<TcpServer> Servers);

    public sealed record TcpServer(string Address);

    public static async Task<IResult> HandleAsync(
        [FromQuery(Name = "project_id")] int? projectId, [FromQuery(Name = "environment_id")] int? environmentId, HttpContext http, ResourcesDb db, HealthOptions options, CancellationToken ct)
    {
        if (await new Owner(projectId, environmentId).CheckAsync(http, AccessRole.Viewer, ct) is { } denied) return new ProblemAnswer(denied);
        var rows = await db.Services.AsNoTracking().Where(s => s.ProjectId == projectId && s.EnvironmentId == environmentId).OrderBy(s => s.Host).ThenBy(s => s.Port).ToListAsync(ct);
        return Results.Json(Make(rows, options), BareJson.CamelCase);
    }

    internal static Document Make(IReadOnlyList<RegisteredService> rows, HealthOptions options)
    {
        var overHttp = Balanced(rows.Where(s => s.Protocol != ServiceRules.Tcp));
        var overTcp = Balanced(rows.Where(s => s.Protocol == ServiceRules.Tcp));
        var routers = new SortedDictionary<string, Router>(StringComparer.Ordinal);
        foreach (var (name, instances) in overHttp)
            if (instances.Select(DomainOf).FirstOrDefault(domain => domain is not null) is { } domain) routers[name] = new Router($"Host(`{domain}`)", name);
        // Traefik refuses an element without content, so what is empty is left out.
        return new Document(
            overHttp.Count == 0 ? null : new HttpPart(routers.Count == 0 ? null : routers, Mapped(overHttp, instances => new HttpService(BalancerOf(instances, options)))),
            overTcp.Count == 0 ? null : new TcpPart(Mapped(overTcp, instances => new TcpService(new TcpBalancer([.. instances.Select(s => new TcpServer(ServiceAddress.Entry(s.Host, s.Port)))])))));
    }

    private static HttpBalancer BalancerOf(List<RegisteredService> instances, HealthOptions options)
    {
        var first = instances[0];
        var check = first.Protocol is ServiceRules.Http or ServiceRules.Https && first.HealthEndpoint is { } path ? new HealthCheck(path, $"{first.HealthInterval}s", $"{options.Limit.TotalSeconds:0}s") : null;
        return new HttpBalancer([.. instances.Select(s => new HttpServer($"{SchemeOf(s)}://{ServiceAddress.Entry(s.Host, s.Port)}"))], check);
    }

    // Its word for HTTP/2 without TLS, which gRPC speaks.
    private static string SchemeOf(RegisteredService service) => service.Protocol == ServiceRules.Grpc ? "h2c" : service.Protocol;

    private static SortedDictionary<string, List<RegisteredService>> Balanced(IEnumerable<RegisteredService> rows)
    {
        var byName = new SortedDictionary<string, List<RegisteredService>>(StringComparer.Ordinal);
        foreach (var group in rows.GroupBy(s => s.Name))
        {
            var working = group.Where(s => s.HealthStatus != HealthStatus.Unhealthy).ToList();
            byName[group.Key] = working.Count > 0 ? working : [.. group];
        }

        return byName;
    }

    private static SortedDictionary<string, T> Mapped<T>(SortedDictionary<string, List<RegisteredService>> from, Func<List<RegisteredService>, T> make)
    {
        var mapped = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, instances) in from) mapped[name] = make(instances);
        return mapped;
    }

    private static string? DomainOf(RegisteredService service)
    {
        var metadata = ServiceMetadata.Read(service.MetadataJson);
        return ServiceMetadata.MayBePublic(service.ServiceType) && metadata.Public != false ? metadata.Domain : null;
    }
}

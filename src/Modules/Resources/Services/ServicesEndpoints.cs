using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Modules.Resources.Services;

/// <summary>The doors of the service registry (S004-API-08, -09, -16). Every one needs a caller (T004-27); whose a service is, its body or query says.</summary>
internal static class ServicesEndpoints
{
    private static readonly QueryDescription s_name = new("name") { Pattern = ServiceRules.NamePattern, Example = "blog-db" };
    private static readonly QueryDescription[] s_filter = [s_name, new("service_type", ServiceRules.Types), new("status", Health.HealthStatus.All)];

    public static void Map(IEndpointRouteBuilder api)
    {
        var services = api.MapGroup("/resources/services").WithTags("Services").AcrossProjects().RequireAuthorization(Policies.SignedIn);
        services.MapGet("/", VisibleServices.ListAsync).WithSummary("List services and how they are, by name").ProducesErrors(403, 404).Describes(s_filter);
        services.MapGet("/trends", ServiceTrends.ListAsync).WithSummary("How the services of the list have been: uptime of a day and the latest latencies").ProducesErrors(403, 404).Describes(s_filter);
        services.MapGet("/{id:int}", ReadService.HandleAsync).WithSummary("Read a service with its latest looks and its uptime").ProducesErrors(404);
        services.MapGet("/discover", DiscoverServices.HandleAsync)
            .WithSummary("Where a service is, or all of a type: the nearest that is not unhealthy first")
            .WithDescription("Example: `?name=blog-db&project_id=1&environment_id=2`. Seen from that environment: its own, else the project's, else the house's.")
            .ProducesErrors(403, 404).Describes(s_name, new QueryDescription("type", ServiceRules.Types));
        services.MapPost("/", (RegisterService.Input input, HttpContext http, RegisterService slice, CancellationToken ct) => slice.HandleAsync(input, http, ct))
            .WithSummary("Register a service; the same name, owner, host and port again updates it")
            .WithDescription("A private address is taken from admins only, or when the settings list it.")
            .WithExample(
                """
                {"name": "blog", "host": "10.10.1.40", "port": 8080, "service_type": "app", "protocol": "http", "health_endpoint": "/health", "health_interval": 30, "project_id": 1,
                 "depends_on": ["blog-db"], "metadata": {"version": "1.0", "tags": ["api", "v2"]}}
                """)
            .ProducesErrors(403, 404, 409);
        services.MapPost("/deregister", DeregisterService.HandleAsync).WithSummary("Forget the instances of a service").ProducesErrors(403, 404);
        services.MapPost("/heartbeat", (Heartbeat.Input input, HttpContext http, Heartbeat slice, CancellationToken ct) => slice.HandleAsync(input, http, ct))
            .WithSummary("Say that a service lives").NotAudited("It changes nothing but when the service was last heard of.").ProducesErrors(403, 404, 409);
        services.MapPost("/health-check", ([AsParameters] VisibleServices.Filter filter, HttpContext http, CheckServices slice, CancellationToken ct) => slice.HandleAsync(filter, http, ct))
            .WithSummary("Look at services now").WithDescription("Answers a map by name, in 20 seconds at the latest. What was looked at a moment ago is not asked again.")
            .NotAudited("Looking changes nothing; what was seen is kept for a time.").ProducesErrors(403, 404).Describes(s_filter);
        services.MapGet("/prometheus-sd", PrometheusDocument.HandleAsync).WithSummary("The services that speak HTTP, for http_sd_configs of Prometheus")
            .Produces<PrometheusDocument.Group[]>().ProducesErrors(403, 404).Describes(s_filter);
        services.MapGet("/traefik", TraefikDocument.HandleAsync).WithSummary("The services of a project's environment, for the HTTP provider of Traefik")
            .Produces(200, contentType: "application/json").ProducesErrors(403, 404);
    }
}

using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Modules.Resources.Configs;

/// <summary>The doors of generated files.</summary>
internal static class ConfigsEndpoints
{
    private const string WhatIsPublic = "Public is what says so in its metadata (`public: true`, or a `domain`), or exactly what `services` names, separated by commas.";

    public static void Map(IEndpointRouteBuilder api)
    {
        var generate = api.MapGroup("/resources/generate").WithTags("Configs").InProject("project_id").ProducesErrors(404, 409);
        generate.MapGet("/env/{project_id:int}", EnvAsync).AnswersWithSecret().RequireAuthorization(Policies.Admin).ProducesErrors(403)
            .WithSummary("Generate the .env of a project or environment, secrets included")
            .WithDescription("For admins of the project; every secret that is read is written to the audit log, and the answer is not to be stored on its way.");
        generate.MapGet("/docker-compose/{project_id:int}", ComposeAsync).WithSummary("Generate a docker-compose.yml with the allocated ports").WithDescription("Secrets stay in the env file, which the services refer to.");
        generate.MapGet("/nginx/{project_id:int}", NginxAsync).WithSummary("Generate an nginx.conf with an upstream for each public service")
            .WithDescription("`include_ssl` is true when left out, and then needs `ssl_certificate` and `ssl_certificate_key`: paths on the machine of nginx. " + WhatIsPublic)
            .Describes(
                new QueryDescription("domain") { Example = "shop.example" }, new QueryDescription("ssl_certificate") { Example = "/etc/ssl/shop.pem" },
                new QueryDescription("ssl_certificate_key") { Example = "/etc/ssl/shop.key" }, new QueryDescription("services") { Example = "shop-web,shop-api" },
                new QueryDescription("resolver") { Example = "127.0.0.11" });
        generate.MapGet("/quantum-config/{project_id:int}", QuantumAsync).WithSummary("Generate a quantum.config.yaml with all datasources and settings");
        generate.MapGet("/traefik/{project_id:int}", TraefikAsync).WithSummary("Generate a dynamic configuration for Traefik's file provider").WithDescription(WhatIsPublic)
            .Describes(new QueryDescription("domain") { Example = "shop.example" }, new QueryDescription("services") { Example = "shop-web,shop-api" });
        generate.MapGet("/prometheus/{project_id:int}", PrometheusAsync).WithSummary("Generate a scrape configuration for Prometheus");
        generate.MapPost("/template/{project_id:int}", ([FromRoute(Name = "project_id")] int project, GenerateConfig.Template input, HttpContext http, GenerateConfig slice, CancellationToken ct) => slice.TemplateAsync(project, input, http, ct))
            .NotAudited("It fills in a text of the caller's own and keeps nothing.").WithExample("""{"content": "project = {{project}}\n", "filename": "app.conf"}""")
            .WithSummary("Fill in a template of your own with ports, hosts, variables and addresses")
            .WithDescription("`{{port:shop-web}}`, `{{host:shop-web}}`, `{{url:shop-web}}`, `{{var:NAME}}`, `{{project}}`, `{{environment}}`, `{{host}}`, `{{base_url}}`. What cannot be filled in is listed with its line; values that are not plain say how they are quoted: `{{var:NAME|yaml}}`.");
    }

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<ConfigSource>();
        services.AddScoped<GenerateConfig>();
    }

    private static Task<Result<GenerateConfig.Response>> EnvAsync(
        [FromRoute(Name = "project_id")] int project, [FromQuery(Name = "environment_id")] int? environment, HttpContext http, GenerateConfig slice, CancellationToken ct) =>
        slice.EnvAsync(project, environment, http, ct);

    private static Task<Result<GenerateConfig.Response>> ComposeAsync(
        [FromRoute(Name = "project_id")] int project, [FromQuery(Name = "environment_id")] int? environment, HttpContext http, GenerateConfig slice, CancellationToken ct) =>
        slice.ComposeAsync(project, environment, http, ct);

    private static Task<Result<GenerateConfig.Response>> QuantumAsync(
        [FromRoute(Name = "project_id")] int project, [FromQuery(Name = "environment_id")] int? environment, HttpContext http, GenerateConfig slice, CancellationToken ct) =>
        slice.QuantumAsync(project, environment, http, ct);

    private static Task<Result<GenerateConfig.Response>> PrometheusAsync(
        [FromRoute(Name = "project_id")] int project, [FromQuery(Name = "environment_id")] int? environment, HttpContext http, GenerateConfig slice, CancellationToken ct) =>
        slice.PrometheusAsync(project, environment, http, ct);

    private static Task<Result<GenerateConfig.Response>> TraefikAsync(
        [FromRoute(Name = "project_id")] int project, [FromQuery(Name = "environment_id")] int? environment, string? domain, string? services, HttpContext http, GenerateConfig slice, CancellationToken ct) =>
        slice.TraefikAsync(project, environment, domain, services, http, ct);

    private static Task<Result<GenerateConfig.Response>> NginxAsync(
        [FromRoute(Name = "project_id")] int project, [FromQuery(Name = "environment_id")] int? environment, [AsParameters] GenerateConfig.NginxQuery query, HttpContext http, GenerateConfig slice,
        CancellationToken ct) =>
        slice.NginxAsync(project, environment, query, http, ct);
}

using Alicerce.Platform.Identity;
using Alicerce.Platform.Limits;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web.Errors;
using Alicerce.Platform.Web.Health;
using Alicerce.Platform.Web.OpenApi;
using Alicerce.Platform.Web.Streams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Web;

/// <summary>What holds for every request, in one place and one order.</summary>
public static class WebConventions
{
    /// <summary>Bodies beyond this are refused with 413; upload routes raise it with <c>RequestSizeLimit</c> metadata.</summary>
    public const long LargestBody = 1024 * 1024;

    public static IServiceCollection AddWebConventions(this IServiceCollection services, CrossOrigin crossOrigin)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.ConfigureHttpJsonOptions(json => ApiJson.ApplyToBodies(json.SerializerOptions));

        // In every environment the same: a bad request throws and is answered in one place.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddIdentity();
        services.AddCors(cors => cors.AddDefaultPolicy(crossOrigin.Configure));
        Compression.Add(services);
        services.AddSingleton<IdempotencyStore>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<Dependencies>();
        return services.AddApiDescription();
    }

    /// <summary>
    /// Correlation id outermost; then the metrics, the log line, security headers and errors, so that a failure carries and shows all of them
    /// (T001-02, T001-03); then pages of other origins, whose preflight ends here; then the names of addresses; then who is calling, how often,
    /// in which project, and whether they may.
    /// </summary>
    public static void UseWebConventions(this WebApplication app, bool requiresHttps = false)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<CorrelationId>();
        app.UseMiddleware<RequestMetrics>();
        app.UseMiddleware<RequestLog>();
        app.Use(SecurityHeaders.Add);
        app.UseResponseCompression();
        app.UseMiddleware<ErrorAnswers>();
        if (requiresHttps) app.Use(HttpsOnly.Answer);
        app.UseCors();
        app.Use(Addresses.Rewrite);
        app.UseRouting();
        app.Use(WrongMethod.Answer);
        app.UseAuthentication();
        app.UseMiddleware<RequestLimits>();
        app.UseMiddleware<ProjectAccess>();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyKeys>();
    }

    /// <summary>Health and metrics: the only doors of a process without public HTTP.</summary>
    public static void MapCommonEndpoints(this WebApplication app)
    {
        app.MapHealth();
        app.MapMetrics();
    }

    /// <summary>The API's description, and the group that modules map their endpoints into.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        return app.MapGroup("/api/v1");
    }
}

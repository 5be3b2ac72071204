using Alicerce.Platform.Alerts;
using Alicerce.Platform.Events;
using Alicerce.Platform.Resilience;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alicerce.Platform.Telemetry;

/// <summary>Registration of the meters and of who may read them.</summary>
public static class TelemetryServices
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<HttpMetrics>();
        services.AddSingleton<Operations>();
        services.AddSingleton<RecentTimings>();
        services.AddSingleton<AlertMetrics>();
        services.AddSingleton<CircuitMetrics>();
        services.TryAddSingleton<StreamMetrics>();
        services.AddSingleton<Metrics>();
        services.AddSingleton<Traces>();
        services.AddHostedService<Listening>();
        services.AddSingleton<IAuthorizationHandler, MetricsAccessHandler>();
        services.AddAuthorizationBuilder().AddPolicy(MetricsEndpoint.Policy, policy => policy.AddRequirements(new MetricsAccess(options.IsOpenToLoopback)));
        return services;
    }
}

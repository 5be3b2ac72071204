using Alicerce.Outbound;
using Alicerce.Platform.Resilience;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Services;

/// <summary>Registration of the services that a module calls.</summary>
public static class ServiceClients
{
    /// <summary>
    /// Makes <c>[FromKeyedServices(name)] ServiceClient</c> where the service has an address in the settings; ask for an optional one. Call it in
    /// <c>AddServices</c>, and <see cref="ServiceClientOptions.CheckConfiguration"/> in <c>CheckConfiguration</c>.
    /// </summary>
    /// <param name="name">As in <c>ai-svc</c>, whose address is the setting <c>AI_SVC_URL</c>.</param>
    public static IServiceCollection AddServiceClient(this IServiceCollection services, string name, IConfiguration configuration)
    {
        if (ServiceClientOptions.Read(name, configuration) is not { } options) return services;
        return services.AddKeyedSingleton(name, (provider, _) =>
        {
            var client = new ServiceClient(options, provider.GetRequiredService<OwnEndpoints>(), provider.GetRequiredService<TimeProvider>());
            provider.GetRequiredService<CircuitMetrics>().Add(name, client.Circuit);
            return client;
        });
    }
}

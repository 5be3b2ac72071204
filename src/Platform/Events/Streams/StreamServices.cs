using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alicerce.Platform.Events;

/// <summary>Registration of streams, beside that of Redis.</summary>
public static class StreamServices
{
    public static IServiceCollection AddEventStreams(this IServiceCollection services, StreamOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton<StreamMetrics>();
        services.AddSingleton<ForeignEvents>();
        services.AddSingleton<StreamPublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<StreamPublisher>());
        return services.AddHostedService<StreamReader>();
    }
}

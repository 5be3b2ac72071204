using Alicerce.Platform.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Caching;

/// <summary>Registration of the one cache.</summary>
public static class CacheServices
{
    public static IServiceCollection AddCache(this IServiceCollection services, CacheOptions? options = null) =>
        services.AddSingleton(provider => ((Cache)provider.GetRequiredService<ICache>()).Metrics).AddSingleton<ICache>(provider => new Cache(
            options ?? new CacheOptions(), provider.GetService<RedisClient>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Cache>>()));
}

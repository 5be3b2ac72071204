using Alicerce.Outbound;
using Alicerce.Platform.Web.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Redis;

/// <summary>Registration of our Redis. Whoever can use it asks for an optional <c>RedisClient</c>: without <c>REDIS_URL</c> there is none.</summary>
public static class RedisServices
{
    /// <param name="own">Grows by every address that Redis is reached by, so that no target leads there.</param>
    public static IServiceCollection AddRedis(this IServiceCollection services, RedisOptions options, OwnEndpoints own)
    {
        services.AddSingleton(provider => new RedisClient(options, own, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RedisClient>>()));
        services.AddSingleton<IDependency, RedisDependency>();
        return services.AddHostedService<EvictionWarning>();
    }
}

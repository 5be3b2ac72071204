using System.Threading.RateLimiting;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Limits;

/// <summary>So many in any stretch of time that long.</summary>
internal sealed record RateLimit(int Permits, TimeSpan Window)
{
    /// <summary>The window moves in steps: what happened in a step counts until all of it is out of the window.</summary>
    public const int Steps = 20;

    /// <summary>How long Redis may hold up a caller before this process counts for itself.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The limiter of one caller at one endpoint: shared by all processes with Redis, this process's own without.</summary>
    /// <param name="who">An address, or the id of a user.</param>
    public RateLimitPartition<string> For(string who, string endpoint, RedisClient? redis, TimeProvider clock)
    {
        var key = $"rate:{KeyPart.Of(who)}:{KeyPart.Of(endpoint)}";
        return redis is null
            ? RateLimitPartition.GetSlidingWindowLimiter(key, _ => InMemory)
            : RateLimitPartition.Get<string>(key, name => new RedisRateLimiter(redis, name, this, clock));
    }

    internal SlidingWindowRateLimiterOptions InMemory => new() { PermitLimit = Permits, Window = Window, SegmentsPerWindow = Steps, QueueLimit = 0 };
}

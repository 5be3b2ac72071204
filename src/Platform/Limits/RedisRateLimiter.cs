using System.Threading.RateLimiting;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Limits;

/// <summary>
/// One sliding window that all processes share, counted in Redis in one step by Redis's clock. While Redis is away each process counts for itself.
/// </summary>
internal sealed class RedisRateLimiter : RateLimiter
{
    // A field for each step of the window that had calls. The step that is just leaving counts whole, so no stretch of time ever sees more than the limit.
    private static readonly RedisScript s_count = new("""
        local limit, steps, step, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local current = math.floor(now / step)
        local used, counted = 0, {}
        local all = redis.call('HGETALL', KEYS[1])
        for i = 1, #all, 2 do
          local at, count = tonumber(all[i]), tonumber(all[i + 1])
          if at < current - steps then
            redis.call('HDEL', KEYS[1], all[i])
          else
            used = used + count
            counted[#counted + 1] = {at, count}
          end
        end
        if used + wanted <= limit then
          if wanted > 0 then
            redis.call('HINCRBY', KEYS[1], current, wanted)
            redis.call('PEXPIRE', KEYS[1], steps * step)
          end
          return {1, limit - used - wanted, 0}
        end
        table.sort(counted, function(a, b) return a[1] < b[1] end)
        local left, wait = used, steps * step
        for _, entry in ipairs(counted) do
          left = left - entry[2]
          if left + wanted <= limit then
            wait = (entry[1] + steps + 1) * step - now
            break
          end
        end
        return {0, math.max(0, limit - used), math.min(wait, redis.call('PTTL', KEYS[1]))}
        """);

    private readonly RedisClient _redis;
    private readonly string _key;
    private readonly RateLimit _limit;
    private readonly TimeProvider _clock;
    private readonly Lazy<SlidingWindowRateLimiter> _own;
    private long _lastUsed;

    public RedisRateLimiter(RedisClient redis, string key, RateLimit limit, TimeProvider clock)
    {
        (_redis, _key, _limit, _clock, _lastUsed) = (redis, key, limit, clock, clock.GetTimestamp());
        _own = new(() => new SlidingWindowRateLimiter(limit.InMemory));
    }

    /// <summary>Nothing is lost when it is thrown away: unless its own count still matters, the count is in Redis.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            var idle = _clock.GetElapsedTime(Volatile.Read(ref _lastUsed));
            return _own.IsValueCreated && idle < _limit.Window ? null : idle;
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    /// <summary>Never: Redis cannot be asked without waiting. ASP.NET asks <see cref="RateLimiter.AcquireAsync"/> next.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new RateLease(isAcquired: false, _limit.Permits, 0, TimeSpan.Zero);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, _limit.Permits);
        Volatile.Write(ref _lastUsed, _clock.GetTimestamp());
        if (!_redis.IsAlive) return CountHere(permitCount);
        try
        {
            var step = (long)Math.Ceiling(_limit.Window.TotalMilliseconds / RateLimit.Steps);
            var counted = (await _redis.EvalAsync(s_count, [_key], [_limit.Permits, RateLimit.Steps, step, permitCount], cancellationToken, _limit.Patience)).Items;
            return new RateLease(counted[0].Number == 1, _limit.Permits, counted[1].Number, TimeSpan.FromMilliseconds(counted[2].Number));
        }
        catch (RedisException)
        {
            return CountHere(permitCount);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _own.IsValueCreated) _own.Value.Dispose();
        base.Dispose(disposing);
    }

    private RateLease CountHere(int permitCount)
    {
        using var lease = _own.Value.AttemptAcquire(permitCount);
        var retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : _limit.Window / RateLimit.Steps;
        return new RateLease(lease.IsAcquired, _limit.Permits, _own.Value.GetStatistics()?.CurrentAvailablePermits ?? 0, retryAfter);
    }
}

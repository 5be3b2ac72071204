using System.Security.Cryptography;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Locking;

/// <summary>
/// A lock <c>lock:{resource}:{id}</c> that all processes share, for work that should not be done twice. It ends by itself after its life, so a holder
/// that was held up may find itself without it: where order matters, hand <see cref="Fence"/> to whatever is written and let that refuse an older one.
/// </summary>
internal sealed class RedisLock : IAsyncDisposable
{
    public static readonly TimeSpan StandardLife = TimeSpan.FromSeconds(30);

    // The numbers come from Redis's clock too, so that they go on growing when it has lost the last one.
    private static readonly RedisScript s_take = new("""
        if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
        local time = redis.call('TIME')
        local fence = math.max(tonumber(redis.call('GET', KEYS[2]) or '0') + 1, time[1] * 1000000 + time[2])
        redis.call('SET', KEYS[2], string.format('%.0f', fence))
        return fence
        """);

    private static readonly RedisScript s_extend = new("if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0");
    private static readonly RedisScript s_release = new("if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0");

    private readonly RedisClient _redis;
    private readonly string _key;
    private readonly byte[] _owner;
    private readonly TimeSpan _life;

    private RedisLock(RedisClient redis, string key, byte[] owner, TimeSpan life, long fence) => (_redis, _key, _owner, _life, Fence) = (redis, key, owner, life, fence);

    /// <summary>Greater than that of every holder before.</summary>
    public long Fence { get; }

    /// <returns>Null when somebody else has it.</returns>
    /// <exception cref="RedisException">Redis did not say.</exception>
    public static async Task<RedisLock?> TryTakeAsync(RedisClient redis, string resource, string id, CancellationToken ct, TimeSpan? life = null)
    {
        var key = $"lock:{KeyPart.Of(resource)}:{KeyPart.Of(id)}";
        var owner = RandomNumberGenerator.GetBytes(16);
        var fence = await redis.EvalAsync(s_take, [key, "fence:lock"], [owner, SharedLevel.Milliseconds(life ?? StandardLife)], ct);
        return fence.Number == 0 ? null : new RedisLock(redis, key, owner, life ?? StandardLife, fence.Number);
    }

    /// <summary>Begins its life again; false when it is no longer ours.</summary>
    public async Task<bool> ExtendAsync(CancellationToken ct) => (await _redis.EvalAsync(s_extend, [_key], [_owner, SharedLevel.Milliseconds(_life)], ct)).Number == 1;

    /// <summary>Gives it back if it is still ours; false when it was not.</summary>
    public async Task<bool> ReleaseAsync(CancellationToken ct) => (await _redis.EvalAsync(s_release, [_key], [_owner], ct)).Number == 1;

    public async ValueTask DisposeAsync()
    {
        try
        {
            await ReleaseAsync(CancellationToken.None);
        }
        catch (RedisException)
        {
            // It ends by itself.
        }
    }
}

using System.Security.Cryptography;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Caching;

/// <summary>
/// The values in Redis. A tag is a key with a random token there, and each value holds the tokens of its tags: a new token makes all of them worthless
/// at once. A lost token does so too, so Redis may forget whatever it likes.
/// </summary>
internal sealed class SharedLevel(RedisClient redis, CacheOptions options, TimeProvider clock)
{
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_tagLife = TimeSpan.FromDays(1);

    // Gives the value if it is as expected; else takes the lock if it is free. Tags without a token get one.
    private static readonly RedisScript s_claim = new("""
        local tokens = {}
        for i = 3, #KEYS do
          local token = redis.call('GET', KEYS[i])
          if not token then
            token = ARGV[i + 2]
            redis.call('SET', KEYS[i], token, 'PX', ARGV[3])
          end
          tokens[i - 2] = token
        end
        local entry = redis.call('GET', KEYS[1])
        local head = ARGV[4] .. table.concat(tokens)
        if entry and string.sub(entry, 1, #head) == head then return {entry, 0, unpack(tokens)} end
        local mine = redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0
        return {false, mine, unpack(tokens)}
        """);

    // Only who still has the lock may write: a removal takes it away.
    private static readonly RedisScript s_store = new("""
        if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
        return redis.call('DEL', KEYS[2])
        """);

    private static readonly RedisScript s_release = new("if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0");

    /// <summary>The value as it lies there; the whole cost of a hit.</summary>
    public async Task<SharedValue<T>?> ReadAsync<T>(string key, Tag[] tags, CancellationToken ct)
    {
        var command = new RedisArgument[tags.Length + 2];
        (command[0], command[1]) = ("MGET", key);
        for (var i = 0; i < tags.Length; i++) command[i + 2] = tags[i].RedisKey;
        var reply = (await redis.CallAsync(command, ct, options.RedisTimeout)).Items;
        return Read<T>(reply[0].Bytes, reply.AsSpan(1));
    }

    /// <summary>In one step: the value if it is there by now, else the right to make it if nobody has it.</summary>
    public async Task<Claim<T>> ClaimAsync<T>(string key, Tag[] tags, CancellationToken ct)
    {
        var owner = RandomNumberGenerator.GetBytes(CacheFormat.TokenLength);
        var reply = (await redis.EvalAsync(
            s_claim,
            [key, LockOf(key), .. tags.Select(tag => (RedisArgument)tag.RedisKey)],
            [owner, Milliseconds(options.LockLife), Milliseconds(s_tagLife), CacheFormat.Prefix<T>(tags.Length), .. tags.Select(_ => (RedisArgument)RandomNumberGenerator.GetBytes(CacheFormat.TokenLength))],
            ct,
            options.RedisTimeout)).Items;
        if (reply[0].Bytes is { } entry) return new Claim<T>(Read<T>(entry, reply.AsSpan(2)), null, IsTaken: false);
        return reply[1].Number == 1
            ? new Claim<T>(null, new SharedLease(key, owner, [.. reply.Skip(2).Select(token => token.Bytes!)]), IsTaken: false)
            : new Claim<T>(null, null, IsTaken: true);
    }

    public Task StoreAsync<T>(SharedLease lease, byte[] json, TimeSpan lifetime, CancellationToken ct)
    {
        if (json.Length > options.MostSharedBytes) return ReleaseAsync(lease);
        var entry = CacheFormat.Write<T>(lease.Tokens, clock.GetUtcNow() + lifetime, json);
        return redis.EvalAsync(s_store, [lease.Key, LockOf(lease.Key)], [lease.Owner, entry, Milliseconds(lifetime)], ct, options.RedisTimeout);
    }

    /// <summary>Lets the next one make the value; also when the caller has gone.</summary>
    public Task ReleaseAsync(SharedLease lease) => redis.EvalAsync(s_release, [LockOf(lease.Key)], [lease.Owner], CancellationToken.None, options.RedisTimeout);

    public static string LockOf(string key) => $"lock:{key}";

    public static long Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds);

    private SharedValue<T>? Read<T>(byte[]? entry, ReadOnlySpan<RedisReply> replies)
    {
        if (entry is null) return null;
        var tokens = new byte[]?[replies.Length];
        for (var i = 0; i < tokens.Length; i++) tokens[i] = replies[i].Bytes;
        if (!CacheFormat.TryRead<T>(entry, tokens, out var value, out var until, out var size)) return null;
        var left = until - clock.GetUtcNow();
        // Redis still has it: if this clock says that it has ended, the clocks differ.
        return new SharedValue<T>(value, left > s_least ? left : s_least, size);
    }
}

/// <summary>A value that was found in Redis.</summary>
/// <param name="Left">Of its life, by this machine's clock.</param>
internal sealed record SharedValue<T>(T Value, TimeSpan Left, int Size);

/// <summary>The right to make a value, until it is stored or released or its time is over.</summary>
/// <param name="Tokens">Of the value's tags when the lease was taken.</param>
internal sealed record SharedLease(string Key, byte[] Owner, byte[][] Tokens);

/// <summary>The value, or the lease to make it; neither when Redis is no help.</summary>
/// <param name="IsTaken">Somebody else is making it now: asking again is worth while.</param>
internal sealed record Claim<T>(SharedValue<T>? Value, SharedLease? Lease, bool IsTaken);

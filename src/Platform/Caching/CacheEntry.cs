namespace Alicerce.Platform.Caching;

/// <summary>A tag as this process sees it; each invalidation changes its version.</summary>
internal sealed class Tag(string redisKey)
{
    private long _version;

    public string RedisKey { get; } = redisKey;

    public long Version => Volatile.Read(ref _version);

    public static string RedisKeyOf(string name) => $"cache:tag:{KeyPart.Of(name)}";

    public void Invalidate() => Interlocked.Increment(ref _version);
}

/// <summary>Tags with the versions that they had before a value was read or made: the value is current while they still have them.</summary>
internal sealed class TagStamps(Tag[] tags)
{
    private readonly long[] _versions = [.. tags.Select(tag => tag.Version)];

    public Tag[] Tags { get; } = tags;

    public bool AreCurrent()
    {
        for (var i = 0; i < _versions.Length; i++)
            if (Tags[i].Version != _versions[i]) return false;
        return true;
    }
}

/// <summary>A value in this process. Times are timestamps of the cache's clock.</summary>
internal sealed class CacheEntry<T>(T value, TagStamps stamps, long freshUntil, long usableUntil)
{
    private long _freshUntil = freshUntil;

    public T Value { get; } = value;

    public bool IsFresh(long now) => now < Volatile.Read(ref _freshUntil) && stamps.AreCurrent();

    /// <summary>Good enough when there is nothing better.</summary>
    public bool IsUsable(long now) => now < usableUntil && stamps.AreCurrent();

    public void UseUntil(long timestamp) => Volatile.Write(ref _freshUntil, timestamp);
}

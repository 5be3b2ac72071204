namespace Alicerce.Platform.Caching;

/// <summary>The cache's limits.</summary>
public sealed record CacheOptions
{
    /// <summary>Of the values in this process, measured as JSON.</summary>
    public long MemoryBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>A larger value stays in the process that made it.</summary>
    public int MostSharedBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a value that is too old may stand in for a factory that fails.</summary>
    public TimeSpan StaleFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>So long a stale value is given without trying the factory again.</summary>
    public TimeSpan StaleRetry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one call of Redis may hold up a caller.</summary>
    public TimeSpan RedisTimeout { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The right of a process to make a value for all ends after this.</summary>
    public TimeSpan LockLife { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for a value that another process is making, before making it here too: that process may have died.</summary>
    public TimeSpan WaitForOthers { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Tags that are remembered in this process; beyond, all of its values are forgotten once.</summary>
    public int MostTags { get; init; } = 50_000;
}

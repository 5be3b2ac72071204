using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Alicerce.Platform.Caching;

/// <summary>The values in this process, bounded by their size, and the tags that they hang on.</summary>
internal sealed class MemoryLevel(CacheOptions options, TimeProvider clock) : IDisposable
{
    // A key, an entry and the cache's own record of it.
    private const int EntryCost = 400;

    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = options.MemoryBytes });
    private readonly ConcurrentDictionary<string, Tag> _tags = new(StringComparer.Ordinal);

    /// <summary>Every value hangs on it.</summary>
    public Tag Everything { get; } = new("cache:tags");

    public CacheEntry<T>? Find<T>(string key) => _entries.TryGetValue(key, out var found) ? found as CacheEntry<T> : null;

    /// <summary>Take them before the value is read or made: whatever is invalidated afterwards counts.</summary>
    public TagStamps Stamp(IReadOnlyList<string> tags)
    {
        if (tags.Count == 0) return new TagStamps([Everything]);
        if (_tags.Count > options.MostTags)
        {
            // Values whose tags are no longer known here could not be invalidated, so they go too.
            _tags.Clear();
            Everything.Invalidate();
        }

        return new TagStamps([Everything, .. tags.Select(tag => _tags.GetOrAdd(tag, static name => new Tag(Tag.RedisKeyOf(name))))]);
    }

    public void Store<T>(string key, T value, TagStamps stamps, TimeSpan lifetime, int size)
    {
        var now = clock.GetTimestamp();
        var entry = new CacheEntry<T>(value, stamps, After(now, lifetime), After(now, lifetime + options.StaleFor));
        _entries.Set(key, entry, new MemoryCacheEntryOptions { Size = size + EntryCost, AbsoluteExpirationRelativeToNow = lifetime + options.StaleFor });
    }

    public void UseStale<T>(CacheEntry<T> entry) => entry.UseUntil(After(clock.GetTimestamp(), options.StaleRetry));

    public void Remove(string key) => _entries.Remove(key);

    /// <summary>A tag that is not known here has no values here.</summary>
    public void Invalidate(string tag)
    {
        if (_tags.TryGetValue(tag, out var known)) known.Invalidate();
    }

    public void Dispose() => _entries.Dispose();

    private long After(long timestamp, TimeSpan time) => timestamp + (long)(time.TotalSeconds * clock.TimestampFrequency);
}

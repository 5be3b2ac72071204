namespace Alicerce.Platform.Caching;

/// <summary>
/// The one cache (D4): in this process, and in Redis where there is one. Losing Redis costs speed, never an answer. Values are shared between callers:
/// use records that nobody changes. They are kept as JSON, so a value read back has the type that was asked for.
/// </summary>
public interface ICache
{
    /// <summary>
    /// The cached value, or what <paramref name="factory"/> makes. However many ask at once, the factory runs once in a process, and with Redis once in
    /// all of them. When it fails, a value that is too old but was not invalidated is given instead, if there is one. Null is given back and not kept:
    /// to remember that something does not exist, cache a value that says so.
    /// </summary>
    /// <param name="ttl">At most; each value ends up to a tenth earlier, so that values made together do not end together.</param>
    /// <param name="tags">What to name in <see cref="InvalidateAsync"/> when it changes; empty for none.</param>
    /// <param name="factory">Runs within the call of one of those who ask; if that one gives up, another's runs.</param>
    ValueTask<T> GetOrCreateAsync<T>(CacheKey key, TimeSpan ttl, IReadOnlyList<string> tags, Func<CancellationToken, ValueTask<T>> factory, CancellationToken ct);

    /// <summary>Forgets one value, in every process. What is being made right now from old data is not kept either.</summary>
    Task RemoveAsync(CacheKey key, CancellationToken ct);

    /// <summary>Forgets all values with that tag, in every process; its cost does not depend on how many there are.</summary>
    Task InvalidateAsync(string tag, CancellationToken ct);
}

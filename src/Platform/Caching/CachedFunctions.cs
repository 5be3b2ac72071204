using System.Runtime.CompilerServices;

namespace Alicerce.Platform.Caching;

/// <summary>Puts a function behind the cache.</summary>
public static class CachedFunctions
{
    private static readonly TimeSpan s_standard = TimeSpan.FromSeconds(300);

    /// <summary>
    /// The same function, whose answers are kept for <paramref name="ttl"/> (300 s). Its name and all of its input make the key: a text, a number, or a tuple
    /// of such, <c>(tenant, page)</c>. What the answer depends on has to be in it, the user included.
    /// </summary>
    public static Func<TInput, CancellationToken, ValueTask<TResult>> Cached<TInput, TResult>(
        this ICache cache, string service, string name, Func<TInput, CancellationToken, ValueTask<TResult>> function, TimeSpan? ttl = null, params string[] tags) =>
        (input, ct) => cache.GetOrCreateAsync(CacheKey.List(service, name, Parts(input)), ttl ?? s_standard, tags, end => function(input, end), ct);

    private static object?[] Parts(object? input) => input is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])] : [input];
}

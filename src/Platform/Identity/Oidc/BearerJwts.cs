using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Identity;

/// <summary>Whose JWT it is. A token that was believed is believed for five minutes more, or until its end, without doing the sums again.</summary>
internal sealed class BearerJwts(TokenValidator validator, ExternalUsers users, CallerDirectory callers, OidcOptions options, TimeProvider clock, ILogger<BearerJwts> log) : IDisposable
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan s_remembered = TimeSpan.FromMinutes(5);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    private sealed record Known(int UserId, DateTimeOffset Until);

    /// <returns>Null for a token that is not to be believed, and for somebody who may not come in.</returns>
    public async ValueTask<Caller?> FindAsync(string token, CancellationToken ct)
    {
        var key = Convert.ToHexStringLower(RandomToken.HashOf(token));
        if (_cache.TryGetValue(key, out Known? known) && known!.Until > clock.GetUtcNow()) return await callers.FindByUserAsync(known.UserId, ct);
        var verdict = await validator.CheckAsync(token, options.Audience, ct);
        if (verdict.Token is not { } proven)
        {
            log.LogWarning("A bearer token was refused: {Reason}", verdict.Refusal);
            return null;
        }

        if (await users.FindOrCreateAsync(proven, proven.Claims, ct) is not { } user) return null;
        var until = clock.GetUtcNow() + s_remembered;
        _cache.Set(key, new Known(user, until < proven.ExpiresAt ? until : proven.ExpiresAt), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = s_remembered, Size = 1 });
        return await callers.FindByUserAsync(user, ct);
    }

    public void Dispose() => _cache.Dispose();
}

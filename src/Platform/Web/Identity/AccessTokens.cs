using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Alicerce.Platform.Web.Identity;

/// <summary>
/// Finds whose token it is. Answers are remembered for a short while: a revoked token works that much longer, and signed-in callers are
/// still known while PostgreSQL is away for a moment.
/// </summary>
internal sealed class AccessTokens(NpgsqlDataSource source, TimeProvider clock) : IDisposable
{
    private const int LongestToken = 200;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    private sealed record Known(Caller Caller, DateTimeOffset Until);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <returns>Null for a token that is unknown, expired or revoked, or whose user is not active.</returns>
    public async ValueTask<Caller?> FindAsync(string token, CancellationToken ct)
    {
        if (token.Length is 0 or > LongestToken) return null;
        var hash = HashOf(token);
        var key = Convert.ToHexStringLower(hash);
        if (_cache.TryGetValue(key, out Known? known) && known!.Until > clock.GetUtcNow()) return known.Caller;
        if (await LoadAsync(hash, ct) is not { } caller) return null;
        _cache.Set(key, new Known(caller, clock.GetUtcNow() + Remembered), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Remembered, Size = 1 });
        return caller;
    }

    public void Dispose() => _cache.Dispose();

    private async Task<Caller?> LoadAsync(byte[] hash, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            SELECT t.token_hash, u.id, u.name, u.role
            FROM platform.access_tokens t JOIN platform.users u ON u.id = t.user_id
            WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now()) AND u.is_active
            """);
        command.Parameters.AddWithValue(hash);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct) || !CryptographicOperations.FixedTimeEquals(hash, reader.GetFieldValue<byte[]>(0))) return null;
        return new Caller(reader.GetInt32(1), reader.GetString(2), reader.GetString(3));
    }
}

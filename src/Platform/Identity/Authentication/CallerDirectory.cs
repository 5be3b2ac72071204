using System.Collections.Frozen;
using Alicerce.Platform.Data;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Alicerce.Platform.Identity;

/// <summary>
/// Finds whose token or session it is. Answers are remembered for a short while, so that signed-in callers are still known while PostgreSQL
/// is away for a moment; whenever the tables of identity change, every process forgets them all.
/// </summary>
internal sealed class CallerDirectory : IDisposable
{
    /// <summary>Channel that triggers on the tables of identity notify.</summary>
    public const string Channel = "alicerce_identity";

    private const int LongestToken = 200;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _clock;
    private readonly SessionOptions _sessions;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostRemembered });
    private readonly IDisposable _subscription;

    public CallerDirectory(NpgsqlDataSource source, Notifications notifications, SessionOptions sessions, TimeProvider clock)
    {
        (_source, _clock, _sessions) = (source, clock, sessions);
        _subscription = notifications.Subscribe(Channel, _ => ForgetAll());
    }

    private sealed record Known(Caller Caller, DateTimeOffset Until);

    /// <returns>Null for a token that is unknown, expired or revoked, or whose user is not active.</returns>
    public ValueTask<Caller?> FindByTokenAsync(string token, CancellationToken ct) => FindAsync("token", token, TokenQuery, ct);

    /// <returns>Null for a session that has ended, or whose user is not active.</returns>
    public ValueTask<Caller?> FindBySessionAsync(string token, CancellationToken ct) => FindAsync("session", token, SessionQuery, ct);

    /// <summary>For somebody whom another proved to be this user.</summary>
    /// <returns>Null for a user that is not active.</returns>
    public ValueTask<Caller?> FindByUserAsync(int userId, CancellationToken ct) => FindAsync(("user", $"{userId}"), () => UserQuery(userId), ct);

    /// <summary>A role that was given after the caller was remembered, in this process or another: nobody waits for the news of an own change.</summary>
    public async ValueTask<AccessRole> FindRoleAsync(Caller caller, int projectId, CancellationToken ct)
    {
        if (caller.In(projectId) is > AccessRole.None and var known) return known;
        await using var command = _source.CreateCommand("SELECT role FROM platform.memberships WHERE user_id = $1 AND project_id = $2");
        command.Parameters.AddWithValue(caller.UserId);
        command.Parameters.AddWithValue(projectId);
        return AccessRoles.Lower(AccessRoles.Parse(await command.ExecuteScalarAsync(ct) as string), caller.Limit);
    }

    /// <summary>After a change in this process; the others are told by the database.</summary>
    public void ForgetAll() => _cache.Clear();

    public void Dispose()
    {
        _subscription.Dispose();
        _cache.Dispose();
    }

    private ValueTask<Caller?> FindAsync(string kind, string token, Func<byte[], NpgsqlCommand> query, CancellationToken ct)
    {
        if (token.Length is 0 or > LongestToken) return ValueTask.FromResult<Caller?>(null);
        var hash = RandomToken.HashOf(token);
        return FindAsync((kind, Convert.ToHexStringLower(hash)), () => query(hash), ct);
    }

    private async ValueTask<Caller?> FindAsync((string Kind, string Id) key, Func<NpgsqlCommand> query, CancellationToken ct)
    {
        if (_cache.TryGetValue(key, out Known? known) && known!.Until > _clock.GetUtcNow()) return known.Caller;
        await using var command = query();
        if (await ReadAsync(command, ct) is not { } caller) return null;
        _cache.Set(key, new Known(caller, _clock.GetUtcNow() + Remembered), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Remembered, Size = 1 });
        return caller;
    }

    private NpgsqlCommand TokenQuery(byte[] hash)
    {
        var command = _source.CreateCommand("""
            WITH used AS (
                UPDATE platform.access_tokens SET last_used_at = now()
                WHERE token_hash = $1 AND revoked_at IS NULL AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute'))
            SELECT u.id, u.name, u.role, t.scope, NULL::int, NULL::timestamptz,
                   ARRAY(SELECT project_id FROM platform.memberships WHERE user_id = u.id ORDER BY id),
                   ARRAY(SELECT role::text FROM platform.memberships WHERE user_id = u.id ORDER BY id), t.id
            FROM platform.access_tokens t JOIN platform.users u ON u.id = t.user_id
            WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now()) AND u.is_active AND u.deleted_at IS NULL
            """);
        command.Parameters.AddWithValue(hash);
        return command;
    }

    private NpgsqlCommand SessionQuery(byte[] hash)
    {
        var command = _source.CreateCommand("""
            WITH seen AS (
                UPDATE platform.sessions SET last_seen_at = now()
                WHERE token_hash = $1 AND revoked_at IS NULL AND last_seen_at BETWEEN now() - $2 AND now() - interval '1 minute')
            SELECT u.id, u.name, u.role, 'admin', s.id, s.expires_at,
                   ARRAY(SELECT project_id FROM platform.memberships WHERE user_id = u.id ORDER BY id),
                   ARRAY(SELECT role::text FROM platform.memberships WHERE user_id = u.id ORDER BY id), NULL::int
            FROM platform.sessions s JOIN platform.users u ON u.id = s.user_id
            WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - $2 AND u.is_active AND u.deleted_at IS NULL
            """);
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(_sessions.Idle);
        return command;
    }

    private NpgsqlCommand UserQuery(int userId)
    {
        var command = _source.CreateCommand("""
            SELECT u.id, u.name, u.role, 'admin', NULL::int, NULL::timestamptz,
                   ARRAY(SELECT project_id FROM platform.memberships WHERE user_id = u.id ORDER BY id),
                   ARRAY(SELECT role::text FROM platform.memberships WHERE user_id = u.id ORDER BY id), NULL::int
            FROM platform.users u WHERE u.id = $1 AND u.is_active AND u.deleted_at IS NULL
            """);
        command.Parameters.AddWithValue(userId);
        return command;
    }

    private static async Task<Caller?> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var (projects, roles) = (reader.GetFieldValue<int[]>(6), reader.GetFieldValue<string[]>(7));
        return new Caller(
            reader.GetInt32(0), reader.GetString(1), AccessRoles.Parse(reader.GetString(2)), TokenScopes.LimitOf(reader.GetString(3)),
            projects.Zip(roles).ToFrozenDictionary(pair => pair.First, pair => AccessRoles.Parse(pair.Second)))
        {
            TokenId = reader.IsDBNull(8) ? null : reader.GetInt32(8),
            IsSelfTest = reader.GetString(3) == TokenScopes.SelfTest,
            Session = reader.IsDBNull(4) ? null : new BrowserSession(reader.GetInt32(4), "", reader.GetFieldValue<DateTimeOffset>(5)),
        };
    }
}

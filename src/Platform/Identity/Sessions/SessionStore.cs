using Npgsql;

namespace Alicerce.Platform.Identity;

/// <summary>Begins and ends the sessions of browsers.</summary>
internal sealed class SessionStore(NpgsqlDataSource source, SessionOptions options)
{
    private const int LongestUserAgent = 200;

    /// <returns>What the cookie holds, and when the session ends at the latest.</returns>
    public async Task<(string Token, DateTimeOffset ExpiresAt)> BeginAsync(int userId, string? userAgent, CancellationToken ct)
    {
        var token = RandomToken.Create("alcs_");
        await using var command = source.CreateCommand("""
            INSERT INTO platform.sessions (user_id, token_hash, expires_at, last_seen_at, user_agent) VALUES ($1, $2, now() + $3, now(), $4) RETURNING expires_at
            """);
        command.Parameters.AddWithValue(userId);
        command.Parameters.AddWithValue(RandomToken.HashOf(token));
        command.Parameters.AddWithValue(options.Longest);
        command.Parameters.Add(new NpgsqlParameter { Value = Shortened(userAgent) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return (token, new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(ct))!));
    }

    /// <returns>False when the user has no such session that is still open.</returns>
    public async Task<bool> EndAsync(int userId, int sessionId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("UPDATE platform.sessions SET revoked_at = now() WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL");
        command.Parameters.AddWithValue(sessionId);
        command.Parameters.AddWithValue(userId);
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    // A zero byte cannot be stored as text, and a browser sends none.
    private static string? Shortened(string? userAgent) =>
        string.IsNullOrEmpty(userAgent) ? null : userAgent[..Math.Min(userAgent.Length, LongestUserAgent)].Replace("\0", "", StringComparison.Ordinal);
}

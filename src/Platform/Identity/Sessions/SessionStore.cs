using Alicerce.Platform.Audit;
using Npgsql;

namespace Alicerce.Platform.Identity;

/// <summary>Begins and ends the sessions of browsers.</summary>
internal sealed class SessionStore(NpgsqlDataSource source, SessionOptions options, AuditLog audit)
{
    private const int LongestUserAgent = 200;

    /// <param name="userId">Who signs in.</param>
    /// <param name="via"><c>password</c> or <c>provider</c>.</param>
    /// <param name="userAgent">As the browser names itself.</param>
    /// <param name="replaced">The token of the session that the browser had until now, whoever's it is; it ends with this.</param>
    /// <returns>What the cookie holds, and when the session ends at the latest.</returns>
    public async Task<(string Token, DateTimeOffset ExpiresAt)> BeginAsync(int userId, string via, string? userAgent, string? replaced, CancellationToken ct)
    {
        var token = RandomToken.Create("alcs_");
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (id, expiresAt) = await InsertAsync(transaction, userId, token, userAgent, ct);
        if (replaced is not null) await EndReplacedAsync(transaction, replaced, AuditActor.User(userId, via), ct);
        await audit.WriteAsync(transaction, new AuditEntry("session.started", new AuditSubject("session", $"{id}", null)) { Actor = AuditActor.User(userId, via) }, ct);
        await transaction.CommitAsync(ct);
        return (token, expiresAt);
    }

    /// <returns>False when the user has no such session that is still open.</returns>
    public async Task<bool> EndAsync(int userId, int sessionId, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("UPDATE platform.sessions SET revoked_at = now() WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL", connection, transaction);
        command.Parameters.AddWithValue(sessionId);
        command.Parameters.AddWithValue(userId);
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            // Somebody else ended it meanwhile, and has written that down.
            audit.IsAccountedFor();
            return false;
        }

        await audit.WriteAsync(transaction, new AuditEntry("session.ended", new AuditSubject("session", $"{sessionId}", null)), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task EndReplacedAsync(NpgsqlTransaction transaction, string token, AuditActor actor, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE platform.sessions SET revoked_at = now() WHERE token_hash = $1 AND revoked_at IS NULL RETURNING id", transaction.Connection, transaction);
        command.Parameters.AddWithValue(RandomToken.HashOf(token));
        if (await command.ExecuteScalarAsync(ct) is int id) await audit.WriteAsync(transaction, new AuditEntry("session.ended", new AuditSubject("session", $"{id}", null)) { Actor = actor }, ct);
    }

    private async Task<(int Id, DateTimeOffset ExpiresAt)> InsertAsync(NpgsqlTransaction transaction, int userId, string token, string? userAgent, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO platform.sessions (user_id, token_hash, expires_at, last_seen_at, user_agent) VALUES ($1, $2, now() + $3, now(), $4) RETURNING id, expires_at",
            transaction.Connection, transaction);
        command.Parameters.AddWithValue(userId);
        command.Parameters.AddWithValue(RandomToken.HashOf(token));
        command.Parameters.AddWithValue(options.Longest);
        command.Parameters.Add(new NpgsqlParameter { Value = Shortened(userAgent) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1));
    }

    // A zero byte cannot be stored as text, and a browser sends none.
    private static string? Shortened(string? userAgent) =>
        string.IsNullOrEmpty(userAgent) ? null : userAgent[..Math.Min(userAgent.Length, LongestUserAgent)].Replace("\0", "", StringComparison.Ordinal);
}

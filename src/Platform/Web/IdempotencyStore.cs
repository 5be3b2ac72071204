using Npgsql;

namespace Alicerce.Platform.Web;

/// <summary>An answer that can be given again.</summary>
internal sealed record StoredAnswer(int StatusCode, string? ContentType, string? Location, byte[] Body);

/// <summary>What became of an attempt to take a key.</summary>
/// <param name="IsMine">The caller is the first and has to do the work.</param>
/// <param name="IsLost">The first request has ended, or its process died, and no answer was kept.</param>
/// <param name="Answer">Null while the first request is still at work.</param>
internal sealed record KeyClaim(bool IsMine, bool SameRequest, bool IsLost = false, StoredAnswer? Answer = null);

/// <summary>The table behind <see cref="IdempotencyKeys"/>.</summary>
internal sealed class IdempotencyStore(NpgsqlDataSource source)
{
    private const int Lost = 0;

    private const string Claim = "INSERT INTO platform.idempotency_keys (key_hash, request_hash) VALUES ($1, $2) ON CONFLICT (key_hash) DO NOTHING RETURNING true";

    // A claim without an answer after five minutes is one whose process died; how far it had come, nobody knows.
    private const string Read = """
        SELECT request_hash, coalesce(status_code, CASE WHEN created_at < now() - interval '5 minutes' THEN 0 END), content_type, location, body
        FROM platform.idempotency_keys WHERE key_hash = $1
        """;

    public async Task<KeyClaim> ClaimAsync(byte[] keyHash, byte[] requestHash, CancellationToken ct)
    {
        await using (var claim = source.CreateCommand(Claim))
        {
            claim.Parameters.AddWithValue(keyHash);
            claim.Parameters.AddWithValue(requestHash);
            if (await claim.ExecuteScalarAsync(ct) is true) return new KeyClaim(IsMine: true, SameRequest: true);
        }

        await using var read = source.CreateCommand(Read);
        read.Parameters.AddWithValue(keyHash);
        await using var reader = await read.ExecuteReaderAsync(ct);

        // The row may have been freed in between: then the caller is told to come back, and will find the key free.
        if (!await reader.ReadAsync(ct)) return new KeyClaim(IsMine: false, SameRequest: true);
        var isSame = reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(requestHash);
        if (await reader.IsDBNullAsync(1, ct)) return new KeyClaim(IsMine: false, isSame);
        if (reader.GetInt32(1) == Lost) return new KeyClaim(IsMine: false, isSame, IsLost: true);
        return new KeyClaim(IsMine: false, isSame, Answer: new StoredAnswer(
            reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetFieldValue<byte[]>(4)));
    }

    // What follows is written whether the caller still waits or not.

    public async Task KeepAsync(byte[] keyHash, StoredAnswer answer)
    {
        await using var command = source.CreateCommand(
            "UPDATE platform.idempotency_keys SET status_code = $2, content_type = $3, location = $4, body = $5 WHERE key_hash = $1");
        command.Parameters.AddWithValue(keyHash);
        command.Parameters.AddWithValue(answer.StatusCode);
        command.Parameters.Add(Text(answer.ContentType));
        command.Parameters.Add(Text(answer.Location));
        command.Parameters.AddWithValue(answer.Body);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The request has ended and left no answer to give again.</summary>
    public async Task LoseAsync(byte[] keyHash)
    {
        try
        {
            await using var command = source.CreateCommand("UPDATE platform.idempotency_keys SET status_code = $2 WHERE key_hash = $1 AND status_code IS NULL");
            command.Parameters.AddWithValue(keyHash);
            command.Parameters.AddWithValue(Lost);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // The claim stays without an answer, which comes to the same, and the request's own failure is the one to tell.
        }
    }

    public async Task ReleaseAsync(byte[] keyHash)
    {
        await using var command = source.CreateCommand("DELETE FROM platform.idempotency_keys WHERE key_hash = $1 AND status_code IS NULL");
        command.Parameters.AddWithValue(keyHash);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}

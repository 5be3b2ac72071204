using Npgsql;

namespace Alicerce.Platform.Web;

/// <summary>An answer that can be given again.</summary>
internal sealed record StoredAnswer(int StatusCode, string? ContentType, string? Location, byte[] Body);

/// <summary>What became of an attempt to take a key.</summary>
/// <param name="IsMine">The caller is the first and has to do the work.</param>
/// <param name="Answer">Null while the first request is still at work.</param>
internal sealed record KeyClaim(bool IsMine, bool SameRequest, StoredAnswer? Answer);

/// <summary>The table behind <see cref="IdempotencyKeys"/>.</summary>
internal sealed class IdempotencyStore(NpgsqlDataSource source)
{
    // A claim without an answer after five minutes is one whose process died: the key is taken over.
    private const string Claim = """
        INSERT INTO platform.idempotency_keys AS kept (key_hash, request_hash) VALUES ($1, $2)
        ON CONFLICT (key_hash) DO UPDATE SET created_at = now()
            WHERE kept.status_code IS NULL AND kept.request_hash = $2 AND kept.created_at < now() - interval '5 minutes'
        RETURNING true
        """;

    public async Task<KeyClaim> ClaimAsync(byte[] keyHash, byte[] requestHash, CancellationToken ct)
    {
        await using (var claim = source.CreateCommand(Claim))
        {
            claim.Parameters.AddWithValue(keyHash);
            claim.Parameters.AddWithValue(requestHash);
            if (await claim.ExecuteScalarAsync(ct) is true) return new KeyClaim(IsMine: true, SameRequest: true, null);
        }

        await using var read = source.CreateCommand("SELECT request_hash, status_code, content_type, location, body FROM platform.idempotency_keys WHERE key_hash = $1");
        read.Parameters.AddWithValue(keyHash);
        await using var reader = await read.ExecuteReaderAsync(ct);

        // The row may have been freed in between: then the caller is told to come back, and will find the key free.
        if (!await reader.ReadAsync(ct)) return new KeyClaim(IsMine: false, SameRequest: true, null);
        var isSame = reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(requestHash);
        if (await reader.IsDBNullAsync(1, ct)) return new KeyClaim(IsMine: false, isSame, null);
        return new KeyClaim(IsMine: false, isSame, new StoredAnswer(
            reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetFieldValue<byte[]>(4)));
    }

    public async Task KeepAsync(byte[] keyHash, StoredAnswer answer, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "UPDATE platform.idempotency_keys SET status_code = $2, content_type = $3, location = $4, body = $5 WHERE key_hash = $1");
        command.Parameters.AddWithValue(keyHash);
        command.Parameters.AddWithValue(answer.StatusCode);
        command.Parameters.Add(Text(answer.ContentType));
        command.Parameters.Add(Text(answer.Location));
        command.Parameters.AddWithValue(answer.Body);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task ReleaseAsync(byte[] keyHash, CancellationToken ct)
    {
        await using var command = source.CreateCommand("DELETE FROM platform.idempotency_keys WHERE key_hash = $1 AND status_code IS NULL");
        command.Parameters.AddWithValue(keyHash);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}

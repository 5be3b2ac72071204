using Alicerce.Platform.Keys;
using Npgsql;

namespace Alicerce.Platform.Audit;

/// <summary>The keys that rows of this database were written with: the present one, and those of before a restore, which it has wrapped.</summary>
internal static class AuditKeyring
{
    private const string Purpose = "earlier audit key";

    public static async Task<Dictionary<string, AuditKey>> ReadAsync(NpgsqlConnection connection, MasterKey master, CancellationToken ct)
    {
        var present = AuditKey.Of(master);
        var keys = new Dictionary<string, AuditKey>(StringComparer.Ordinal) { [present.Id] = present };
        await using var command = new NpgsqlCommand("SELECT key_id, wrapped_audit_key FROM platform.master_keys WHERE wrapped_audit_key IS NOT NULL", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            // One that does not open is left out: its rows then have an unknown key.
            var id = reader.GetString(0);
            if (master.Unwrap(reader.GetFieldValue<byte[]>(1), $"{Purpose} {id}") is { } key) keys[id] = AuditKey.FromBytes(id, key);
        }

        return keys;
    }

    /// <summary>Wraps all earlier keys with a new master key.</summary>
    public static async Task RewrapAsync(NpgsqlTransaction transaction, MasterKey old, MasterKey master, CancellationToken ct)
    {
        foreach (var key in (await ReadAsync(transaction.Connection!, old, ct)).Values)
        {
            await using var command = new NpgsqlCommand("UPDATE platform.master_keys SET wrapped_audit_key = $2 WHERE key_id = $1", transaction.Connection, transaction);
            command.Parameters.AddWithValue(key.Id);
            command.Parameters.AddWithValue(master.Wrap(key.Bytes, $"{Purpose} {key.Id}"));
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}

using Alicerce.Platform.Keys;
using Npgsql;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>Wraps the data keys of all secrets, earlier versions included, by another master key. Ciphertexts, and so their hashes in the audit log, stay.</summary>
internal sealed class SealedSecrets : ISealedStore
{
    private const int BatchSize = 500;

    private static readonly (string Read, string Write)[] s_tables =
    [
        ("SELECT id, 0, encrypted_value FROM resources.secrets WHERE id > $1 AND $2 = 0 ORDER BY id LIMIT $3 FOR UPDATE",
            "UPDATE resources.secrets s SET encrypted_value = w.value FROM unnest($1::int[], $3::text[]) AS w (id, value) WHERE s.id = w.id AND $2::int[] IS NOT NULL"),
        ("SELECT secret_id, version, encrypted_value FROM resources.secret_versions WHERE (secret_id, version) > ($1, $2) ORDER BY secret_id, version LIMIT $3 FOR UPDATE",
            "UPDATE resources.secret_versions v SET encrypted_value = w.value FROM unnest($1::int[], $2::int[], $3::text[]) AS w (id, version, value) WHERE v.secret_id = w.id AND v.version = w.version"),
    ];

    public async Task<Rewrapped> RewrapAsync(NpgsqlTransaction transaction, MasterKey old, MasterKey master, CancellationToken ct)
    {
        var (all, unreadable) = (0L, new List<string>());
        foreach (var (read, write) in s_tables)
        {
            var (id, version, isMore) = (0, 0, true);
            while (isMore)
            {
                var rows = await ReadAsync(transaction, read, id, version, ct);
                if (rows.Count > 0) (id, version, _) = rows[^1];
                var rewrapped = rows.ConvertAll(row => (row.Id, row.Version, Sealed: Sealer.Rewrap(row.Sealed, old, master)));
                unreadable.AddRange(rewrapped.Where(row => row.Sealed is null).Select(row => row.Version == 0 ? $"secret {row.Id}" : $"secret {row.Id}, version {row.Version}"));
                all += await WriteAsync(transaction, write, [.. rewrapped.Where(row => row.Sealed is not null)], ct);
                isMore = rows.Count == BatchSize;
            }
        }

        return new Rewrapped(all, unreadable);
    }

    private static async Task<List<(int Id, int Version, string Sealed)>> ReadAsync(NpgsqlTransaction transaction, string sql, int id, int version, CancellationToken ct)
    {
#pragma warning disable CA2100 // Constants of this class.
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
#pragma warning restore CA2100
        foreach (var number in new[] { id, version, BatchSize }) command.Parameters.AddWithValue(number);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(int, int, string)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2)));
        return rows;
    }

    private static async Task<int> WriteAsync(NpgsqlTransaction transaction, string sql, List<(int Id, int Version, string? Sealed)> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return 0;
#pragma warning disable CA2100 // Constants of this class.
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
#pragma warning restore CA2100
        command.Parameters.AddWithValue(rows.Select(row => row.Id).ToArray());
        command.Parameters.AddWithValue(rows.Select(row => row.Version).ToArray());
        command.Parameters.AddWithValue(rows.Select(row => row.Sealed!).ToArray());
        return await command.ExecuteNonQueryAsync(ct);
    }
}

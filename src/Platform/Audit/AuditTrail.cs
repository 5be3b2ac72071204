using System.Text.Json;
using Alicerce.Platform.Keys;
using Npgsql;

namespace Alicerce.Platform.Audit;

/// <param name="Action">Such as <c>secret.rotated</c>.</param>
/// <param name="Details">As its writer gave them.</param>
public sealed record AuditedChange(string Action, JsonElement Details);

/// <summary>
/// What the audit log last says of something, for whoever keeps a state there that a hand in the database could set back (D9). Only rows that a server
/// of this house wrote count.
/// </summary>
public sealed class AuditTrail(MasterKey master)
{
    /// <summary>How actions that change nothing end; an index of the log leaves them out.</summary>
    public const string Read = ".read";

    internal const string LastChanges = $"""
        SELECT {AuditRecord.Columns} FROM unnest($2::text[]) AS wanted (subject) CROSS JOIN LATERAL (
            SELECT * FROM platform.audit_log WHERE subject_type = $1 AND subject_id = wanted.subject AND action NOT LIKE '%.read' AND outcome = 'done' ORDER BY id DESC LIMIT 1) AS last
        """;

    private const string Living = """
        SELECT subject_id FROM (
            SELECT DISTINCT ON (subject_id) subject_id, action, id FROM platform.audit_log WHERE subject_type = $1 AND action NOT LIKE '%.read' AND outcome = 'done' ORDER BY subject_id, id DESC) AS last
        WHERE action <> $2 ORDER BY id DESC LIMIT 100000
        """;

    private volatile Dictionary<string, AuditKey> _keys = new(StringComparer.Ordinal);

    /// <param name="transaction">In which the state was read too: at <c>REPEATABLE READ</c> both are of one moment.</param>
    /// <param name="subjectType">Such as <c>secret</c>.</param>
    /// <param name="ids">Of the subjects.</param>
    /// <returns>By id; without those that the log knows nothing of, or whose last row no server wrote.</returns>
    public async Task<IReadOnlyDictionary<string, AuditedChange>> LastChangesAsync(NpgsqlTransaction transaction, string subjectType, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var rows = await ReadAsync(transaction, subjectType, ids, ct);
        if (rows.Exists(row => !_keys.ContainsKey(row.KeyId))) _keys = await AuditKeyring.ReadAsync(transaction, master, ct);
        return rows.Where(row => _keys.TryGetValue(row.KeyId, out var key) && key.IsOwn(row))
            .ToDictionary(row => row.Subject.Id!, row => new AuditedChange(row.Action, JsonElement.Parse(row.Details)), StringComparer.Ordinal);
    }

    /// <summary>Subjects that were made and, as far as the log knows, are still there.</summary>
    /// <param name="transaction">In which the rows are looked for.</param>
    /// <param name="subjectType">Such as <c>secret</c>.</param>
    /// <param name="ending">The action after which there is none any more.</param>
    /// <returns>Their ids, the newest first, at most 100,000.</returns>
    public static async Task<IReadOnlyList<string>> LivingAsync(NpgsqlTransaction transaction, string subjectType, string ending, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Living, transaction.Connection, transaction);
        command.Parameters.AddWithValue(subjectType);
        command.Parameters.AddWithValue(ending);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<string>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetString(0));
        return ids;
    }

    private static async Task<List<AuditRecord>> ReadAsync(NpgsqlTransaction transaction, string subjectType, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LastChanges, transaction.Connection, transaction);
        command.Parameters.AddWithValue(subjectType);
        command.Parameters.AddWithValue(ids.ToArray());
        await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<AuditRecord>();
        while (await reader.ReadAsync(ct)) rows.Add(AuditRecord.Read(reader));
        return rows;
    }
}

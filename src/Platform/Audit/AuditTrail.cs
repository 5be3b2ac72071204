using System.Data.Common;
using System.Text.Json;
using Alicerce.Platform.Keys;
using Npgsql;

namespace Alicerce.Platform.Audit;

/// <param name="Action">Such as <c>secret.rotated</c>.</param>
/// <param name="Details">As its writer gave them.</param>
public sealed record AuditedChange(string Action, JsonElement Details);

/// <summary>A row of the log as it was read, of which nobody knows yet whether a server of this house wrote it.</summary>
public sealed class UnprovenChange
{
    internal UnprovenChange(AuditRecord row) => Row = row;

    internal AuditRecord Row { get; }
}

/// <summary>
/// What the audit log last says of something, for whoever keeps a state there that a hand in the database could set back (D9). Only rows that a server
/// of this house wrote count.
/// </summary>
public sealed class AuditTrail(MasterKey master)
{
    /// <summary>How actions that change nothing end; an index of the log leaves them out.</summary>
    public const string Read = ".read";

    private const string Living = """
        SELECT subject_id FROM (
            SELECT DISTINCT ON (subject_id) subject_id, action, id FROM platform.audit_log WHERE subject_type = $1 AND action NOT LIKE '%.read' AND outcome = 'done' ORDER BY subject_id, id DESC) AS last
        WHERE action <> $2 ORDER BY id DESC LIMIT 100000
        """;

    private volatile Dictionary<string, AuditKey> _keys = new(StringComparer.Ordinal);

    /// <summary>
    /// Joins to each row of a statement what the log last says of it, as the columns <c>last.*</c> for <see cref="LastChangeOf"/>. State and proof have to be of one
    /// moment, and one statement is the cheapest such moment.
    /// </summary>
    /// <param name="subjectType">Such as <c>secret</c>; a constant.</param>
    /// <param name="id">Column of the statement, such as <c>s.id</c>.</param>
    public static string LastChangesFor(string subjectType, string id) => $"""
        LEFT JOIN LATERAL (
            SELECT {AuditRecord.Columns} FROM platform.audit_log
            WHERE subject_type = '{subjectType}' AND subject_id = {id}::text AND action NOT LIKE '%.read' AND outcome = 'done' ORDER BY id DESC LIMIT 1) AS last ON true
        """;

    /// <param name="row">Of such a statement.</param>
    /// <param name="first">Number of the first column of <c>last.*</c>.</param>
    /// <returns>Null when the log knows nothing of it.</returns>
    public static UnprovenChange? LastChangeOf(DbDataReader row, int first) => row.IsDBNull(first) ? null : new UnprovenChange(AuditRecord.Read(row, first));

    /// <summary>Knows the keys that these were written with, so that <see cref="Prove"/> can tell.</summary>
    public async ValueTask LearnKeysAsync(NpgsqlConnection connection, IEnumerable<UnprovenChange?> changes, CancellationToken ct)
    {
        if (changes.Any(change => change is not null && !_keys.ContainsKey(change.Row.KeyId))) _keys = await AuditKeyring.ReadAsync(connection, master, ct);
    }

    /// <returns>Null for what no server of this house wrote.</returns>
    public AuditedChange? Prove(UnprovenChange? change) =>
        change is not null && _keys.TryGetValue(change.Row.KeyId, out var key) && key.IsOwn(change.Row) ? new AuditedChange(change.Row.Action, JsonElement.Parse(change.Row.Details)) : null;

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
}

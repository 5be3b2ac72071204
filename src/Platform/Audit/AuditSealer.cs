using Alicerce.Platform.Data;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Platform.Audit;

/// <summary>
/// Gives rows their place in the chain and their seal, in the order in which it finds them: a transaction that ends late is sealed late, and no
/// place is ever left free. One process at a time seals; each keeps the head in its own data folder.
/// </summary>
internal sealed class AuditSealer(NpgsqlDataSource source, DataRoot root, AuditKey key, ILogger<AuditSealer> log)
{
    public const int BatchSize = 1000;
    private const long LockKey = 0x616C_6961_7564_6974;

    private const string ToSeal = $"SELECT {AuditRecord.Columns} FROM platform.audit_log WHERE seal_no IS NULL AND id > $1 ORDER BY id LIMIT $2";
    private const string Write = "UPDATE platform.audit_log SET seal_no = sealed.no, seal = sealed.seal FROM unnest($1::bigint[], $2::bigint[], $3::bytea[]) AS sealed (id, no, seal) WHERE audit_log.id = sealed.id";
    private const string Last = "SELECT seal_no, seal FROM platform.audit_log WHERE seal_no IS NOT NULL ORDER BY seal_no DESC LIMIT 1";
    private const string At = "SELECT seal_no, seal FROM platform.audit_log WHERE seal_no = $1";

    private volatile bool _isSetBack;
    private long _strangestRow;

    /// <summary>At the last look the database was older than the head that is kept here.</summary>
    public bool IsSetBack => _isSetBack;

    /// <summary>Seals what there is to seal, unless another process is at it, and keeps the head.</summary>
    /// <returns>False when the database is older than the head that is kept here: then nothing is sealed, so that the proof of it stays.</returns>
    public async Task<bool> SealAsync(CancellationToken ct)
    {
        var (after, isMore) = (0L, true);
        while (isMore)
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var kept = AuditHead.Read(root);
            var head = await HeadAsync(transaction, Last, null, ct) ?? AuditHead.Beginning;
            if (!await FollowsAsync(transaction, kept, head, ct)) return Refuse(kept, head);
            isMore = false;
            if (await AdvisoryLock.TryTakeAsync(transaction, LockKey, ct))
            {
                // Read again under the lock: another leader may have sealed in between.
                head = await HeadAsync(transaction, Last, null, ct) ?? AuditHead.Beginning;
                var rows = await ReadAsync(transaction, after, ct);
                head = await SealAsync(transaction, rows, head, ct);
                isMore = rows.Count == BatchSize;
                if (isMore) after = rows[^1].Id;
            }

            await transaction.CommitAsync(ct);

            // After the commit: a head that the database does not have would be an alarm about nothing.
            if (!head.Is(kept)) head.Keep(root);
        }

        _isSetBack = false;
        return true;
    }

    private static async Task<bool> FollowsAsync(NpgsqlTransaction transaction, AuditHead kept, AuditHead head, CancellationToken ct)
    {
        if (kept.Number == 0 || kept.Is(head)) return true;
        return await HeadAsync(transaction, At, kept.Number, ct) is { } same && same.Is(kept);
    }

    private static async Task<AuditHead?> HeadAsync(NpgsqlTransaction transaction, string sql, long? number, CancellationToken ct)
    {
#pragma warning disable CA2100 // Constants of this class.
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
#pragma warning restore CA2100
        if (number is { } no) command.Parameters.AddWithValue(no);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new AuditHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    private static async Task<List<AuditRecord>> ReadAsync(NpgsqlTransaction transaction, long after, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ToSeal, transaction.Connection, transaction);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(BatchSize);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<AuditRecord>();
        while (await reader.ReadAsync(ct)) rows.Add(AuditRecord.Read(reader));
        return rows;
    }

    private async Task<AuditHead> SealAsync(NpgsqlTransaction transaction, List<AuditRecord> rows, AuditHead head, CancellationToken ct)
    {
        var (ids, numbers, seals) = (new List<long>(), new List<long>(), new List<byte[]>());
        foreach (var row in rows)
        {
            if (!key.IsOwn(row))
            {
                TellOfStranger(row);
                continue;
            }

            head = new AuditHead(head.Number + 1, key.SealOf(row, head.Number + 1, head.Seal));
            ids.Add(row.Id);
            numbers.Add(head.Number);
            seals.Add(head.Seal);
        }

        if (ids.Count == 0) return head;
        await using var command = new NpgsqlCommand(Write, transaction.Connection, transaction);
        command.Parameters.AddWithValue(ids.ToArray());
        command.Parameters.AddWithValue(numbers.ToArray());
        command.Parameters.Add(new() { Value = seals.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(ct);
        return head;
    }

    private void TellOfStranger(AuditRecord row)
    {
        if (row.Id <= _strangestRow) return;
        _strangestRow = row.Id;
        log.LogError("The audit log's row {Id} was changed before it was sealed, or no server wrote it: it stays unsealed.", row.Id);
    }

    private bool Refuse(AuditHead kept, AuditHead head)
    {
        if (!_isSetBack)
        {
            log.LogCritical(
                "The audit log was set back: '{Path}' says that row {Kept} is sealed, and the database ends with {Last}, or holds another row there. Nothing more is sealed. See docs/audit.md.",
                AuditHead.PathIn(root), kept.Number, head.Number);
        }

        _isSetBack = true;
        return false;
    }
}

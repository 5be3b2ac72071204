using System.Data;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Npgsql;

namespace Alicerce.Platform.Audit;

/// <summary>Reads the whole log, one row at a time, and says whether it is as it was sealed.</summary>
internal sealed class AuditVerifier(NpgsqlDataSource source, DataRoot root, MasterKey master, TimeProvider clock) : IDisposable
{
    private const int MostWaiting = 1000;
    private const string Page = $"SELECT {AuditRecord.Columns} FROM platform.audit_log WHERE seal_no IS NOT NULL AND (seal_no, id) > ($1, $2) ORDER BY seal_no, id LIMIT 1000";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _one = new(1);

    /// <param name="Fault">The first thing that is wrong; null when nothing is.</param>
    public sealed record Report(long Sealed, AuditHead Kept, IReadOnlyList<AuditRecord> Restores, AuditFault? Fault);

    public async Task<Report> VerifyAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var left = await FindLeftAsync(ct);

            // Before the snapshot: what is kept is then in it, and never newer.
            var kept = AuditHead.Read(root);
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var chain = new AuditChain(await AuditKeyring.ReadAsync(snapshot.Connection!, master, ct), kept);
            var fault = await WalkAsync(snapshot, chain, ct) ?? chain.End() ?? left;
            return new Report(chain.Head.Number, kept, chain.Restores, fault);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static async Task<AuditFault?> WalkAsync(NpgsqlTransaction snapshot, AuditChain chain, CancellationToken ct)
    {
        var (number, id, isMore) = (0L, 0L, true);
        while (isMore)
        {
            isMore = false;
            await using var command = new NpgsqlCommand(Page, snapshot.Connection, snapshot);
            command.Parameters.AddWithValue(number);
            command.Parameters.AddWithValue(id);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var row = AuditRecord.Read(reader);
                if (chain.Add(row) is { } fault) return fault;
                (number, id, isMore) = (row.SealNo!.Value, row.Id, true);
            }
        }

        return null;
    }

    /// <summary>A row that stays unsealed although the sealer passes by: no server wrote it like that.</summary>
    private async Task<AuditFault?> FindLeftAsync(CancellationToken ct)
    {
        var waiting = await UnsealedAsync(null, ct);
        var until = clock.GetUtcNow() + Patience;
        while (waiting.Length > 0 && clock.GetUtcNow() < until)
        {
            await Task.Delay(Pause, clock, ct);
            waiting = await UnsealedAsync(waiting, ct);
        }

        return waiting is [var first, ..]
            ? new AuditFault("unsealed", first, null, $"Row {first} is not sealed, and a sealer passes by twice a second: it was changed before it was sealed, was put in by hand, or no sealer is at work.")
            : null;
    }

    private async Task<long[]> UnsealedAsync(long[]? among, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT ARRAY(SELECT id FROM platform.audit_log WHERE seal_no IS NULL AND ($1::bigint[] IS NULL OR id = ANY ($1)) ORDER BY id LIMIT $2)");
        command.Parameters.Add(new() { Value = (object?)among ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Bigint });
        command.Parameters.AddWithValue(MostWaiting);
        return (long[])(await command.ExecuteScalarAsync(ct))!;
    }
}

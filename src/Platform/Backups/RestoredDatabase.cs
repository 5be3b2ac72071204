using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Alicerce.Platform.Backups;

/// <summary>Makes a database that was filled from a backup this installation's own.</summary>
internal sealed class RestoredDatabase(string connectionString, DataRoot root, IReadOnlyList<ISealedStore> stores)
{
    // Ids of transactions count from the beginning in a new cluster: readers of changes would wait for rows that come before those they know, and
    // be told nothing. As the oldest of all, the old rows are behind everybody, and whoever asks for what came after one of them is told of the gap.
    private const string ForgetOrder = "UPDATE platform.outbox SET transaction_id = '0'";

    /// <summary>Ends the audit log's time under the old key and begins that of the new one with a row that says so.</summary>
    /// <returns>Sealed values that the old key did not open.</returns>
    public async Task<IReadOnlyList<string>> TakeOverAsync(MasterKey old, MasterKey master, BackupManifest manifest, string who, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var before = AuditHead.Read(root);

        // Rows that were not sealed yet when the backup was made are sealed as the old server would have done it.
        var restored = await SealAsync(source, old, ct);
        IReadOnlyList<string> unreadable;
        await using (var connection = await source.OpenConnectionAsync(ct))
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            await using var forget = new NpgsqlCommand(ForgetOrder, connection, transaction);
            await forget.ExecuteNonQueryAsync(ct);
            await AuditKeyring.RewrapAsync(transaction, old, master, ct);
            var rewrapped = await Rewrapped.AllAsync(stores, transaction, old, master, ct);
            await MasterKeys.RecordAsync(transaction, master, ct);
            await WriteDownAsync(transaction, old, master, manifest, before, restored, who, ct);
            await transaction.CommitAsync(ct);
            unreadable = rewrapped.Unreadable;
        }

        await SealAsync(source, master, ct);
        return unreadable;
    }

    private async Task<AuditHead> SealAsync(NpgsqlDataSource source, MasterKey key, CancellationToken ct)
    {
        // What this folder knew of another state of the database is in the row of the restore.
        File.Delete(AuditHead.PathIn(root));
        await new AuditSealer(source, root, AuditKey.Of(key), NullLogger<AuditSealer>.Instance).SealAsync(ct);
        return AuditHead.Read(root);
    }

    private static Task WriteDownAsync(
        NpgsqlTransaction transaction, MasterKey old, MasterKey master, BackupManifest manifest, AuditHead before, AuditHead restored, string who, CancellationToken ct) =>
        new AuditLog(AuditKey.Of(master), new HttpContextAccessor()).WriteAsync(
            transaction,
            new AuditEntry(AuditChain.Restored, new AuditSubject("backup", $"{manifest.CreatedAt.UtcDateTime:yyyyMMdd'_'HHmmss}", null))
            {
                Actor = AuditActor.CommandLine(who),
                Details = new
                {
                    OldHead = before.Number == 0 ? null : new { before.Number, Seal = before.SealText },
                    NewHead = new { restored.Number, Seal = restored.SealText },
                    OldKey = old.Id,
                    NewKey = master.Id,
                    MadeByVersion = manifest.Version,
                },
            },
            ct);
}

using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Alicerce.Platform.Keys;

/// <summary>
/// Exchanges the master key of a database that no server works with: (1) seal what is unsealed under the old key, (2) lay the new key beside the old one,
/// (3) wrap every data key anew and record the exchange, in one transaction, (4) put the new key in the old one's place. Ended at any moment, it has either
/// happened or not.
/// </summary>
/// <param name="given">From <c>ALICERCE_NEW_MASTER_KEY</c>; null makes one in the data folder.</param>
public sealed class MasterKeyRotation(DatabaseAddress address, DataRoot root, IReadOnlyList<ISealedStore> stores, MasterKey? given)
{
    private const string Running = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'alicerce' AND pid <> pg_backend_pid()";

    public sealed record Outcome(string OldKey, string NewKey, Rewrapped Rewrapped);

    /// <param name="isOldFromFile">Then the new one has to be a file too.</param>
    /// <param name="who">For the audit log: the account that gave the command.</param>
    /// <exception cref="StartupException">Servers run, or there is no key to change to.</exception>
    public async Task<Outcome> RotateAsync(MasterKey old, bool isOldFromFile, string who, CancellationToken ct)
    {
        if (given is null && !isOldFromFile) throw new StartupException("The master key comes from ALICERCE_MASTER_KEY, so the new one has to be given too: set ALICERCE_NEW_MASTER_KEY to 32 random bytes as base64 ('openssl rand -base64 32').");
        if (given?.Id == old.Id) throw new StartupException("ALICERCE_NEW_MASTER_KEY is the key that is in use: give a new one ('openssl rand -base64 32').");
        var master = given ?? MasterKey.Create();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.OwnerConnectionString) { Pooling = false }.ConnectionString);
        await new AuditSealer(source, root, AuditKey.Of(old), NullLogger<AuditSealer>.Instance).SealAsync(ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await MasterKeys.LockAsync(transaction, ct);
        await DemandStandstillAsync(transaction, ct);
        if (await MasterKeys.RecordedAsync(transaction, ct) != old.Id) throw new StartupException("The master key was exchanged by somebody else at this very moment: nothing was done.");
        var file = new MasterKeyFile(root);
        if (isOldFromFile) file.WriteNext(master);
        var rewrapped = await RewrapAsync(transaction, old, master, who, ct);
        await transaction.CommitAsync(ct);
        if (isOldFromFile) file.AdoptNext();
        return new Outcome(old.Id, master.Id, rewrapped);
    }

    private async Task<Rewrapped> RewrapAsync(NpgsqlTransaction transaction, MasterKey old, MasterKey master, string who, CancellationToken ct)
    {
        await AuditKeyring.RewrapAsync(transaction, old, master, ct);
        var rewrapped = await Rewrapped.AllAsync(stores, transaction, old, master, ct);
        await MasterKeys.RecordAsync(transaction, master, ct);
        var entry = new AuditEntry(AuditChain.KeyRotated, new AuditSubject("master_key", master.Id, null))
        {
            Actor = AuditActor.CommandLine(who),
            Details = new { OldKey = old.Id, NewKey = master.Id, Rewrapped = rewrapped.Count, Unreadable = rewrapped.Unreadable.Count },
        };
        await new AuditLog(AuditKey.Of(master), new HttpContextAccessor()).WriteAsync(transaction, entry, ct);
        return rewrapped;
    }

    // What a server wrote under the old key from now on would be nobody's: neither opened nor sealed.
    private static async Task DemandStandstillAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Running, transaction.Connection, transaction);
        if (await command.ExecuteScalarAsync(ct) is long and > 0 and var running)
            throw new StartupException($"Servers work with this database ({running} connection{(running == 1 ? "" : "s")}): stop all of them, exchange the key, and start them with the new one.");
    }
}

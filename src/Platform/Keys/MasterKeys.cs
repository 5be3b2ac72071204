using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Platform.Keys;

/// <summary>
/// Finds the master key of a database, or makes it for one in which nothing is sealed yet. Processes that start at once queue behind one
/// advisory lock, so a database never has two.
/// </summary>
/// <param name="given">From <c>ALICERCE_MASTER_KEY</c>; null takes the file of the data folder.</param>
public sealed class MasterKeys(DataRoot root, MasterKey? given)
{
    private const long LockKey = 0x616C_6963_6B65_7973;
    private readonly MasterKeyFile _file = new(root);

    /// <exception cref="StartupException">Something is sealed, and its key is not here.</exception>
    public async Task<MasterKey> OpenAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await LockAsync(transaction, ct);

        var key = given ?? _file.Read();
        if (await RecordedAsync(transaction, ct) is { } recorded)
            return key?.Id == recorded ? key : Exchanged(recorded) ?? throw Missing(recorded, key);
        if (await ScalarAsync(transaction, "SELECT 1 FROM platform.audit_log LIMIT 1", ct) is not null)
            throw new StartupException("The audit log holds rows, but platform.master_keys, which says with which key they are sealed, is empty: somebody emptied it. Restore a backup with 'alicerce-server restore'.");

        if (key is null) _file.Write(key = MasterKey.Create());
        await RecordAsync(transaction, key, ct);
        await transaction.CommitAsync(ct);
        return key;
    }

    /// <summary>Whoever finds, makes or exchanges the key of a database does it alone.</summary>
    internal static async Task LockAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var alone = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", transaction.Connection, transaction) { CommandTimeout = 0 };
        alone.Parameters.AddWithValue(LockKey);
        await alone.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The id of the key that the database is sealed with; null before the first.</summary>
    internal static async Task<string?> RecordedAsync(NpgsqlTransaction transaction, CancellationToken ct) =>
        await ScalarAsync(transaction, "SELECT key_id FROM platform.master_keys ORDER BY id DESC LIMIT 1", ct) as string;

    // An exchange that was cut off between the database's part and the file's is ended here.
    private MasterKey? Exchanged(string recorded)
    {
        if (given is not null || _file.ReadNext() is not { } next || next.Id != recorded) return null;
        _file.AdoptNext();
        return next;
    }

    /// <summary>From now on the database is sealed with this key.</summary>
    internal static async Task RecordAsync(NpgsqlTransaction transaction, MasterKey key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("INSERT INTO platform.master_keys (key_id) VALUES ($1)", transaction.Connection, transaction);
        command.Parameters.AddWithValue(key.Id);
        await command.ExecuteNonQueryAsync(ct);
    }

    private StartupException Missing(string recorded, MasterKey? found) => new(
        $"What is sealed in this database needs the master key '{recorded}', and "
        + (found is null ? "there is none here" : $"{(given is null ? $"'{_file.Path}'" : "ALICERCE_MASTER_KEY")} holds another, '{found.Id}'")
        + $". Set ALICERCE_MASTER_KEY to the right one, or put its file to '{_file.Path}' (mode 0600); a further machine takes it from the first. "
        + "If it is lost, restore a backup with 'alicerce-server restore': the key is in there.");

    private static async Task<object?> ScalarAsync(NpgsqlTransaction transaction, string sql, CancellationToken ct)
    {
#pragma warning disable CA2100 // Constants of this class.
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(ct);
    }
}

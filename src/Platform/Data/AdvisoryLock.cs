using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>Chooses one process at a time for work that must not be done twice: the lock ends with the transaction, however that ends.</summary>
public static class AdvisoryLock
{
    /// <param name="transaction">Holds the lock until it ends.</param>
    /// <param name="id">Of the work; each has its own constant.</param>
    /// <returns>False when another process has it.</returns>
    public static async Task<bool> TryTakeAsync(NpgsqlTransaction transaction, long id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_xact_lock($1)", transaction.Connection, transaction);
        command.Parameters.AddWithValue(id);
        return await command.ExecuteScalarAsync(ct) is true;
    }
}

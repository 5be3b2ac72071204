using Alicerce.Modules.Resources.Rows;
using Npgsql;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>
/// Who may decide about the ports of a host (T004-03): one transaction at a time, held until it ends. What concerns all hosts waits for everybody
/// and keeps everybody waiting. A host's other names are looked up behind the lock, so that nobody is given a port under a name that just became an alias.
/// </summary>
internal static class PortLocks
{
    private const int EveryHost = 1886351988;
    private const int OneHost = 1886351989;

    /// <param name="transaction">Which holds the locks.</param>
    /// <param name="host">Canonical, or <c>*</c>.</param>
    /// <param name="ct">The caller left.</param>
    /// <returns>The name under which the host's ports are kept.</returns>
    public static async Task<string> TakeAsync(NpgsqlTransaction transaction, string host, CancellationToken ct)
    {
        if (host == PortAllocation.Every)
        {
            await TakeEveryAsync(transaction, ct);
            return host;
        }

        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                new("SELECT pg_advisory_xact_lock_shared($1, 0)") { Parameters = { new() { Value = EveryHost } } },
                new("SELECT host FROM resources.host_aliases WHERE alias = $1") { Parameters = { new() { Value = host } } },
            },
        };
        string? known = null;
        await using (var reader = await batch.ExecuteReaderAsync(ct))
        {
            await reader.NextResultAsync(ct);
            if (await reader.ReadAsync(ct)) known = reader.GetString(0);
        }

        await using var own = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1, hashtext($2))", transaction.Connection, transaction);
        own.Parameters.AddWithValue(OneHost);
        own.Parameters.AddWithValue(known ?? host);
        await own.ExecuteNonQueryAsync(ct);
        return known ?? host;
    }

    public static async Task TakeEveryAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1, 0)", transaction.Connection, transaction);
        command.Parameters.AddWithValue(EveryHost);
        await command.ExecuteNonQueryAsync(ct);
    }
}

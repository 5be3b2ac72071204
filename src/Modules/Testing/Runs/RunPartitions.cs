using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// The days of <c>testing.test_results</c>. The server's role may neither make nor drop tables: two functions of the owner do it for it, and
/// do nothing else.
/// </summary>
internal static class RunPartitions
{
    /// <summary>Makes the partitions of <paramref name="days"/> days from <paramref name="first"/> on that are missing.</summary>
    public static async Task MakeAsync(NpgsqlTransaction transaction, DateOnly first, int days, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT testing.make_result_partitions($1, $2)", transaction.Connection, transaction);
        command.Parameters.AddWithValue(first);
        command.Parameters.AddWithValue(days);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Drops what is older than <paramref name="oldest"/>: results with their partitions, then the runs they belonged to.</summary>
    public static async Task DropAsync(NpgsqlTransaction transaction, DateOnly oldest, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                new("SELECT testing.drop_result_partitions($1)") { Parameters = { new() { Value = oldest } } },
                new("""
                    DELETE FROM testing.test_runs WHERE id IN (
                        SELECT id FROM testing.test_runs WHERE created_at < ($1::date)::timestamp AT TIME ZONE 'UTC' AND status <> 'running' ORDER BY id LIMIT 10000)
                    """) { Parameters = { new() { Value = oldest } } },
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }
}

using System.Globalization;
using Npgsql;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>A place in the log of changes. Transactions end in another order than they begin, so the number alone is none.</summary>
internal readonly record struct Place(ulong Transaction, long Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}-{Version}");
}

/// <param name="Changed">Ids of scenarios that were made, changed or deleted: what they are now is read from the table.</param>
/// <param name="IsEmptied">The whole table was emptied: everything is to be read anew (T000-04).</param>
/// <param name="End">Behind everything that was looked at.</param>
/// <param name="IsFull">There may be more already.</param>
/// <param name="IsPending">Something is committed, or about to be, behind an older transaction that has not ended.</param>
internal sealed record ChangeBatch(IReadOnlyCollection<int> Changed, bool IsEmptied, Place End, bool IsFull, bool IsPending);

/// <summary>Reads what triggers wrote down about the catalogue, whoever changed it and however (T000-07).</summary>
internal sealed class ChangeLog(NpgsqlDataSource source)
{
    /// <summary>Of the notification that wakes whoever reads (S000-DB-03).</summary>
    public const string Channel = "faiss_update";

    private const int BatchSize = 5_000;

    private const string After = """
        SELECT transaction_id::text, version, operation, scenario_id, false FROM (
            SELECT * FROM scenarios.scenario_changes
            WHERE (transaction_id, version) > ($1::text::xid8, $2) AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY transaction_id, version LIMIT $3) seen
        UNION ALL
        SELECT pg_snapshot_xmin(pg_current_snapshot())::text, 0, NULL, NULL,
            EXISTS (SELECT FROM scenarios.scenario_changes WHERE transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))
        """;

    /// <summary>Behind everything that a reader of the tables sees from now on.</summary>
    public async Task<Place> NowAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())::text");
        return PlaceOf((string)(await command.ExecuteScalarAsync(ct))!, 0);
    }

    public async Task<ChangeBatch> AfterAsync(Place place, CancellationToken ct)
    {
        await using var command = source.CreateCommand(After);
        command.Parameters.AddWithValue(place.Transaction.ToString(CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue(place.Version);
        command.Parameters.AddWithValue(BatchSize);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var changed = new HashSet<int>();
        var (rows, isEmptied, isPending, last, horizon) = (0, false, false, place, place);
        while (await reader.ReadAsync(ct))
        {
            var at = PlaceOf(reader.GetString(0), reader.GetInt64(1));
            if (reader.IsDBNull(2))
            {
                (horizon, isPending) = (at, reader.GetBoolean(4));
                continue;
            }

            rows++;
            last = at;
            if (reader.IsDBNull(3)) isEmptied = true;
            else changed.Add(reader.GetInt32(3));
        }

        var isFull = rows == BatchSize;
        return new ChangeBatch(changed, isEmptied, isFull ? last : horizon, isFull, isPending);
    }

    /// <summary>Forgets what every process has seen long ago.</summary>
    public async Task<int> PruneAsync(TimeSpan older, CancellationToken ct)
    {
        await using var command = source.CreateCommand("DELETE FROM scenarios.scenario_changes WHERE at < now() - $1");
        command.Parameters.AddWithValue(older);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static Place PlaceOf(string transaction, long version) => new(ulong.Parse(transaction, CultureInfo.InvariantCulture), version);
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Platform.Web.Streams;

/// <summary>
/// The facts of the outbox as a resumable stream (D7). Order and place are (transaction, id), and a row is told only when every older
/// transaction has ended: ids are handed out before commits, so by id alone a slow transaction's rows would be skipped for ever.
/// </summary>
internal sealed class ChangeFeed(NpgsqlDataSource source, Notifications notifications)
{
    private const int BatchSize = 500;

    // Only wake-ups are lost while the listener reconnects, and it calls us then; this is for a listener that never comes back.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>What a reader learns of a change; the thing itself is read from its own address.</summary>
    public sealed record Change(string Type, int? ProjectId, string SubjectId);

    /// <summary>A place in the stream; its text is an event's id.</summary>
    public readonly record struct Place(ulong Transaction, long Id)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}-{Id}");

        public static Place? Parse(string? text) =>
            text?.Split('-') is [var transaction, var id]
            && ulong.TryParse(transaction, CultureInfo.InvariantCulture, out var number) && long.TryParse(id, CultureInfo.InvariantCulture, out var row)
                ? new Place(number, row)
                : null;
    }

    /// <summary>
    /// Where to begin. Ask before the answer starts: a reader that sees the stream open may rely on hearing of whatever happens from then on.
    /// </summary>
    /// <param name="lastEventId">Where the reader left off; anything else begins with what happens from now on.</param>
    public async ValueTask<Place> PlaceAsync(string? lastEventId, CancellationToken ct) => Place.Parse(lastEventId) ?? await NowAsync(ct);

    public async IAsyncEnumerable<ServerEvent> ReadAsync(Place place, [EnumeratorCancellation] CancellationToken ct)
    {
        using var wakeUp = new WakeUpCall();
        using var subscription = notifications.Subscribe(Outbox.Channel, _ => wakeUp.Ring());
        while (!ct.IsCancellationRequested)
        {
            var batch = await BatchAsync(place, ct);
            foreach (var (at, change) in batch)
            {
                place = at;
                yield return new ServerEvent(at.ToString(), "change", change);
            }

            if (batch.Count < BatchSize) await wakeUp.WaitAsync(LongestWait, ct);
        }
    }

    private async Task<Place> NowAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())::text");
        return new Place(ulong.Parse((string)(await command.ExecuteScalarAsync(ct))!, CultureInfo.InvariantCulture), 0);
    }

    private async Task<List<(Place At, Change Change)>> BatchAsync(Place after, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            SELECT transaction_id::text, id, type, project_id, subject_id FROM platform.outbox
            WHERE (transaction_id, id) > ($1::text::xid8, $2) AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY transaction_id, id LIMIT $3
            """);
        command.Parameters.AddWithValue(after.Transaction.ToString(CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue(after.Id);
        command.Parameters.AddWithValue(BatchSize);
        var batch = new List<(Place, Change)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var place = new Place(ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture), reader.GetInt64(1));
            batch.Add((place, new Change(reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.GetString(4))));
        }

        return batch;
    }
}

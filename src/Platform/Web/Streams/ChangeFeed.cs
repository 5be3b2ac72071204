using System.Globalization;
using System.Runtime.CompilerServices;
using Alicerce.Platform.Data;
using Alicerce.Platform.Identity;
using Npgsql;
using NpgsqlTypes;

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

    // Facts wait for older transactions, whose ends ring no bell: while some do, they are looked for again soon.
    private static readonly TimeSpan WhileSomeWait = TimeSpan.FromMilliseconds(250);

    private const string Batch = """
        SELECT transaction_id::text, id, type, project_id, subject_id, NULL FROM (
            SELECT * FROM platform.outbox
            WHERE (transaction_id, id) > ($1::text::xid8, $2) AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                AND ($4::int[] IS NULL OR project_id = ANY ($4))
            ORDER BY transaction_id, id LIMIT $3) told
        UNION ALL SELECT pg_snapshot_xmin(pg_current_snapshot())::text, 0, NULL, NULL, NULL,
            EXISTS (SELECT 1 FROM platform.outbox WHERE transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))
        """;

    /// <summary>What a reader learns of a change; the thing itself is read from its own address.</summary>
    public sealed record Change(string Type, int? ProjectId, string SubjectId);

    /// <summary>Told first when what came after the reader's last event is no longer known: it has to read anew what it shows.</summary>
    public sealed record Gap(string Message);

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

    /// <summary>Where a reader begins.</summary>
    /// <param name="IsGap">Something between its last event and here may be forgotten.</param>
    public readonly record struct Start(Place Place, bool IsGap);

    /// <summary>
    /// Where to begin. Ask before the answer starts: a reader that sees the stream open may rely on hearing of whatever happens from then on.
    /// </summary>
    /// <param name="lastEventId">Where the reader left off; null begins with what happens from now on.</param>
    public async ValueTask<Start> StartAsync(string? lastEventId, CancellationToken ct)
    {
        if (lastEventId is null) return new Start(await NowAsync(ct), IsGap: false);

        // Facts are forgotten the oldest first: while the last one told is there, so is all that came after it.
        return Place.Parse(lastEventId) is { } place && await IsKnownAsync(place, ct) ? new Start(place, IsGap: false) : new Start(await NowAsync(ct), IsGap: true);
    }

    /// <param name="start">Where to begin.</param>
    /// <param name="projects">The only ones that the reader asked for; null for all, and for what belongs to no project.</param>
    /// <param name="reader">Who is reading, asked before each event: memberships change while a stream is open.</param>
    /// <param name="ct">Ends the stream.</param>
    public async IAsyncEnumerable<ServerEvent> ReadAsync(Start start, IReadOnlyCollection<int>? projects, Func<Caller> reader, [EnumeratorCancellation] CancellationToken ct)
    {
        using var wakeUp = new WakeUpCall();
        using var subscription = notifications.Subscribe(Outbox.Channel, _ => wakeUp.Ring());
        if (start.IsGap) yield return new ServerEvent(null, "gap", new Gap("What changed since your last event is no longer known: read anew what you show."));
        var place = start.Place;
        while (!ct.IsCancellationRequested)
        {
            var (batch, end, someWait) = await BatchAsync(place, projects, ct);
            foreach (var (at, change) in batch)
            {
                place = at;
                if (IsFor(reader(), change)) yield return new ServerEvent(at.ToString(), "change", change);
            }

            if (batch.Count == BatchSize) continue;
            place = end;
            await wakeUp.WaitAsync(someWait ? WhileSomeWait : LongestWait, ct);
        }
    }

    // What belongs to no project is about the house: who is in it, and what it keeps for all.
    private static bool IsFor(Caller reader, Change change) => change.ProjectId is { } project ? reader.In(project) > AccessRole.None : reader.SeesAllProjects;

    private async Task<Place> NowAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())::text");
        return new Place(ulong.Parse((string)(await command.ExecuteScalarAsync(ct))!, CultureInfo.InvariantCulture), 0);
    }

    private async Task<bool> IsKnownAsync(Place place, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT 1 FROM platform.outbox WHERE transaction_id = $1::text::xid8 AND id = $2");
        command.Parameters.AddWithValue(place.Transaction.ToString(CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue(place.Id);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <returns>What there is to tell, the place behind everything that was looked at, and whether there are facts that wait for older transactions.</returns>
    private async Task<(List<(Place At, Change Change)> Told, Place End, bool SomeWait)> BatchAsync(Place after, IReadOnlyCollection<int>? projects, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Batch);
        command.Parameters.AddWithValue(after.Transaction.ToString(CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue(after.Id);
        command.Parameters.AddWithValue(BatchSize);
        command.Parameters.Add(new() { Value = (object?)projects?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        var told = new List<(Place, Change)>();
        var (end, someWait) = (after, false);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var place = new Place(ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture), reader.GetInt64(1));
            if (!reader.IsDBNull(5)) (end, someWait) = (place, reader.GetBoolean(5));
            else told.Add((place, new Change(reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.GetString(4))));
        }

        return (told, end, someWait);
    }
}

using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Events;

/// <summary>Our group of readers at the streams: what one reader asks of Redis (S001-COM-06).</summary>
internal sealed class StreamGroup(RedisClient redis, StreamOptions options, string reader)
{
    private const string Group = StreamOptions.Group;

    /// <summary>From the stream's beginning; the stream itself is made where there is none.</summary>
    public async Task JoinAsync(string type, CancellationToken ct)
    {
        try
        {
            await redis.CallAsync(["XGROUP", "CREATE", StreamOptions.KeyOf(type), Group, "0", "MKSTREAM"], ct);
        }
        catch (RedisErrorException e) when (e.Code == "BUSYGROUP")
        {
            // Another reader has made it. Any other refusal is the caller's to hear (T001-40).
        }
    }

    /// <summary>Waits for entries that nobody has read yet.</summary>
    public async Task<IReadOnlyList<(string Type, StreamEntry Entry)>> ReadAsync(IReadOnlyList<string> types, CancellationToken ct)
    {
        RedisArgument[] command =
        [
            "XREADGROUP", "GROUP", Group, reader, "COUNT", options.ReadCount, "BLOCK", (long)options.Block.TotalMilliseconds, "STREAMS",
            .. types.Select(type => (RedisArgument)StreamOptions.KeyOf(type)), .. types.Select(_ => (RedisArgument)">"),
        ];
        var streams = (await redis.BlockingCallAsync(command, options.Block, ct)).Items;
        var entries = new List<(string, StreamEntry)>();
        for (var i = 0; i + 1 < streams.Length; i += 2)
        {
            var type = types.First(type => StreamOptions.KeyOf(type) == streams[i].Text);
            entries.AddRange(streams[i + 1].Items.Where(IsThere).Select(entry => (type, StreamEntry.Read(entry, type))));
        }

        return entries;
    }

    /// <summary>Takes over what another reader read long ago and did not end (T001-34).</summary>
    /// <returns>The entries, and where to go on; null at the end.</returns>
    public async Task<(IReadOnlyList<StreamEntry> Entries, string? Next)> TakeOverAsync(string type, string from, CancellationToken ct)
    {
        var idle = (long)options.ClaimAfter.TotalMilliseconds;
        var reply = (await redis.CallAsync(["XAUTOCLAIM", StreamOptions.KeyOf(type), Group, reader, idle, from, "COUNT", options.ReadCount], ct)).Items;
        var next = reply[0].Text;
        return ([.. reply[1].Items.Where(IsThere).Select(entry => StreamEntry.Read(entry, type))], next == "0-0" ? null : next);
    }

    /// <summary>Entries that were read too often and never ended.</summary>
    public async Task<IReadOnlyList<StreamEntry>> FindDeadlyAsync(string type, CancellationToken ct)
    {
        const int Most = 100;
        var key = StreamOptions.KeyOf(type);
        var pending = (await redis.CallAsync(["XPENDING", key, Group, "IDLE", (long)options.ClaimAfter.TotalMilliseconds, "-", "+", Most], ct)).Items;
        var deadly = new List<StreamEntry>();
        foreach (var id in pending.Where(row => row.Items[3].Number >= options.MostDeliveries).Select(row => row.Items[0].Text!))
        {
            var found = (await redis.CallAsync(["XRANGE", key, id, id], ct)).Items;
            deadly.Add(found.Length > 0 ? StreamEntry.Read(found[0], type) : new StreamEntry(id, null, null, null, null));
        }

        return deadly;
    }

    public Task AcknowledgeAsync(string type, StreamEntry entry, CancellationToken ct) => redis.CallAsync(["XACK", StreamOptions.KeyOf(type), Group, entry.Id], ct);

    /// <summary>Puts an entry aside, for a person to look at.</summary>
    public async Task BuryAsync(string type, StreamEntry entry, string reason, CancellationToken ct)
    {
        await redis.CallAsync(
            ["XADD", StreamOptions.DeadKeyOf(type), "MAXLEN", "~", options.Length, "*", StreamEntry.DataField, entry.Data ?? [], "reason", reason, "entry_id", entry.Id], ct);
        await AcknowledgeAsync(type, entry, ct);
    }

    /// <summary>Entries that the group has not ended: not read yet, and read but not acknowledged. Null where Redis cannot tell.</summary>
    public async Task<long?> LagAsync(string type, CancellationToken ct)
    {
        foreach (var row in (await redis.CallAsync(["XINFO", "GROUPS", StreamOptions.KeyOf(type)], ct)).Items)
            if (Field(row, "name") is { } name && name.Text == Group) return Field(row, "lag") is { IsNull: false } lag ? lag.Number + Field(row, "pending")!.Value.Number : null;
        return null;
    }

    /// <summary>Each process is a reader of its own; those that ended are forgotten when nothing of theirs is open.</summary>
    public async Task ForgetReadersAsync(string type, CancellationToken ct)
    {
        foreach (var row in (await redis.CallAsync(["XINFO", "CONSUMERS", StreamOptions.KeyOf(type), Group], ct)).Items)
        {
            if (Field(row, "pending")!.Value.Number > 0 || Field(row, "idle")!.Value.Number < options.ForgetReaderAfter.TotalMilliseconds) continue;
            await redis.CallAsync(["XGROUP", "DELCONSUMER", StreamOptions.KeyOf(type), Group, Field(row, "name")!.Value.Bytes!], ct);
        }
    }

    // Redis 6 gives null for an entry that was trimmed away meanwhile.
    private static bool IsThere(RedisReply entry) => !entry.IsNull && !entry.Items[1].IsNull;

    private static RedisReply? Field(RedisReply row, string name)
    {
        for (var i = 0; i + 1 < row.Items.Length; i += 2)
            if (row.Items[i].Text == name) return row.Items[i + 1];
        return null;
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web.Streams;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// A run as events: <c>run</c> with the counters, at most 5 a second; <c>result</c> for each final result; <c>end</c>. The id of a
/// <c>result</c> is its place: sent back as <c>Last-Event-ID</c>, the stream goes on after it.
/// </summary>
internal sealed class WatchRun(NpgsqlDataSource source, Notifications notifications, TimeProvider clock)
{
    private const int BatchSize = 500;
    private static readonly TimeSpan BetweenHeads = TimeSpan.FromMilliseconds(200);

    // Notifications are only wake-ups; this is for a listener that has lost its connection.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public EventStream Stream(int runId) => new((lastEventId, ct) => ReadAsync(runId, lastEventId, ct));

    private async IAsyncEnumerable<ServerEvent> ReadAsync(int runId, string? lastEventId, [EnumeratorCancellation] CancellationToken ct)
    {
        using var wakeUp = new SemaphoreSlim(0, 1);
        using var subscription = notifications.Subscribe(RunStore.Channel, payload => WakeUp(wakeUp, runId, payload));
        var place = long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        RunHead? told = null;
        while (true)
        {
            // The head first: when it says that the run has ended, all its results are there.
            if (await RunHead.FindAsync(source, runId, ct) is not { } head) yield break;
            var hasEnded = head.Status is not ("pending" or RunStatuses.Running);
            if (!hasEnded && head != told) yield return new ServerEvent(null, "run", told = head);
            var toldAt = clock.GetTimestamp();
            List<ResultItem> batch;
            do
            {
                batch = await ResultItem.AfterAsync(source, runId, place, BatchSize, ct);
                foreach (var item in batch)
                {
                    place = item.Id;
                    yield return new ServerEvent(place.ToString(CultureInfo.InvariantCulture), "result", item);
                }
            }
            while (batch.Count == BatchSize);

            if (hasEnded)
            {
                yield return new ServerEvent(null, "run", head);
                yield return new ServerEvent(null, "end", head);
                yield break;
            }

            await wakeUp.WaitAsync(LongestWait, ct);
            if (BetweenHeads - clock.GetElapsedTime(toldAt) is { Ticks: > 0 } rest) await Task.Delay(rest, clock, ct);
        }
    }

    /// <summary>An empty payload means that something may have been missed.</summary>
    private static void WakeUp(SemaphoreSlim wakeUp, int runId, string payload)
    {
        var id = payload.EndsWith(RunStore.EndedMark, StringComparison.Ordinal) ? payload.AsSpan(0, payload.Length - RunStore.EndedMark.Length) : payload;
        if (payload.Length > 0 && !(int.TryParse(id, CultureInfo.InvariantCulture, out var which) && which == runId)) return;
        try
        {
            if (wakeUp.CurrentCount == 0) wakeUp.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Already awake, or already gone.
        }
    }
}

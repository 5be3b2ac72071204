using Alicerce.Platform.Redis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Events;

/// <summary>
/// Hears events of other programs (D5): (1) join the group of each stream that a consumer asks for, (2) take over what a dead reader left, (3) read what is
/// new, (4) make jobs of each entry, then acknowledge it. What cannot be read is put aside; our own events are passed over.
/// </summary>
internal sealed class StreamReader(ForeignEvents events, RedisClient redis, StreamOptions options, StreamMetrics metrics, TimeProvider clock, ILogger<StreamReader> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly StreamGroup _group = new(redis, options, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}");
    private readonly HashSet<string> _joined = new(StringComparer.Ordinal);
    private long? _lastClaim;
    private string? _lastProblem;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (events.Types.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LapAsync(stoppingToken);
                if (_joined.Count == events.Types.Count) _lastProblem = null;
                if (_joined.Count == 0) await PauseAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (RedisErrorException e) when (e.Code is "NOGROUP" or "UNBLOCKED")
            {
                // Somebody emptied Redis: the groups are made anew, and read from the beginning.
                _joined.Clear();
            }
            catch (Exception e)
            {
                // What was read and not acknowledged is taken over later, so no failure of Redis ends this loop.
                Warn($"Streams cannot be read ({e.Message}); trying again.");
                await PauseAsync(stoppingToken);
            }
        }
    }

    private async Task LapAsync(CancellationToken ct)
    {
        foreach (var type in events.Types.Where(type => !_joined.Contains(type))) await JoinAsync(type, ct);
        if (_lastClaim is not { } last || clock.GetElapsedTime(last) >= options.ClaimInterval)
        {
            _lastClaim = clock.GetTimestamp();
            foreach (var type in _joined.ToList()) await TidyAsync(type, ct);
        }

        if (_joined.Count == 0) return;
        foreach (var (type, entry) in await _group.ReadAsync([.. _joined], ct)) await TakeAsync(type, entry, ct);
    }

    private async Task JoinAsync(string type, CancellationToken ct)
    {
        try
        {
            await _group.JoinAsync(type, ct);
            _joined.Add(type);
        }
        catch (RedisErrorException e)
        {
            Warn($"'{StreamOptions.KeyOf(type)}' cannot be read: {e.Message} The other streams are.");
        }
    }

    private async Task TidyAsync(string type, CancellationToken ct)
    {
        foreach (var deadly in await _group.FindDeadlyAsync(type, ct))
            await BuryAsync(type, deadly, $"It was read {options.MostDeliveries} times and never ended.", ct);
        for (var from = "0-0"; from is not null;)
        {
            (var entries, from) = await _group.TakeOverAsync(type, from, ct);
            foreach (var entry in entries) await TakeAsync(type, entry, ct);
        }

        await _group.ForgetReadersAsync(type, ct);
        var lag = await _group.LagAsync(type, ct);
        metrics.Lag(type, lag);
        if (lag > options.Length / 2)
            log.LogWarning("{Lag} events of '{Type}' wait in Redis, which keeps about {Length}: more are lost. Start more processes, or raise ALICERCE_STREAM_LENGTH where they are written.", lag, type, options.Length);
    }

    /// <summary>One entry, whatever is in it, neither ends the loop nor holds up the next for ever (T001-34).</summary>
    private async Task TakeAsync(string type, StreamEntry entry, CancellationToken ct)
    {
        if (entry.Event is null)
        {
            await BuryAsync(type, entry, entry.Problem!, ct);
            return;
        }

        if (!entry.IsOurs && await StoreAsync(entry, ct) is { } refusal) await BuryAsync(type, entry, refusal, ct);
        else await _group.AcknowledgeAsync(type, entry, ct);
    }

    /// <returns>Null when its jobs are committed; otherwise why they never can be.</returns>
    private async Task<string?> StoreAsync(StreamEntry entry, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await events.StoreAsync(entry.Event!, entry.TraceParent, ct);
                return null;
            }
            catch (PostgresException e) when (e.SqlState[..2] is "22" or "23")
            {
                return $"PostgreSQL cannot keep it: {e.MessageText}.";
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                Warn($"Events of other programs wait for PostgreSQL ({e.Message}).");
                await PauseAsync(ct);
            }
        }
    }

    private async Task BuryAsync(string type, StreamEntry entry, string reason, CancellationToken ct)
    {
        log.LogWarning("Entry {EntryId} of {Key} is put aside in {DeadKey}: {Reason}", entry.Id, StreamOptions.KeyOf(type), StreamOptions.DeadKeyOf(type), reason);
        await _group.BuryAsync(type, entry, reason, ct);
    }

    // The same trouble is one line, however long it lasts.
    private void Warn(string problem)
    {
        if (problem == _lastProblem) return;
        _lastProblem = problem;
        log.LogWarning("{Problem}", problem);
    }

    private async Task PauseAsync(CancellationToken ct) => await Task.Delay(s_pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

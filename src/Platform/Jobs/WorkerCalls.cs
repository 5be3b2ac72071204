using Npgsql;

namespace Alicerce.Platform.Jobs;

/// <summary>
/// Calls the workers, from this process at most once in <see cref="JobOptions.CallGap"/>: transactions that notify commit one after another in
/// the whole server, so a storm of jobs must not become a storm of calls. Whoever comes within the gap is called for at its end.
/// </summary>
internal sealed class WorkerCalls(NpgsqlDataSource source, JobOptions options, TimeProvider clock)
{
    public const string Call = $"SELECT pg_notify('{JobQueue.Channel}', '')";

    private long _lastCall = clock.GetTimestamp() - (long)(options.CallGap.TotalSeconds * clock.TimestampFrequency);
    private int _isCalling;

    /// <summary>Asks for the right to call now, in a transaction of the asker's own.</summary>
    /// <returns>False: it is too early. <see cref="CallSoon"/> does it later.</returns>
    public bool TryTakeTurn()
    {
        var now = clock.GetTimestamp();
        var last = Volatile.Read(ref _lastCall);
        return clock.GetElapsedTime(last, now) >= options.CallGap && Interlocked.CompareExchange(ref _lastCall, now, last) == last;
    }

    /// <summary>Calls when the gap is over, once for all who ask until then.</summary>
    public void CallSoon()
    {
        if (Interlocked.Exchange(ref _isCalling, 1) == 0) _ = CallAsync();
    }

    private async Task CallAsync()
    {
        while (!TryTakeTurn())
        {
            var rest = options.CallGap - clock.GetElapsedTime(Volatile.Read(ref _lastCall));
            if (rest > TimeSpan.Zero) await Task.Delay(rest, clock);
        }

        // From here on, who asks has something that this call may come too early for.
        Volatile.Write(ref _isCalling, 0);
        try
        {
            await using var command = source.CreateCommand(Call);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (e is NpgsqlException or ObjectDisposedException or TimeoutException)
        {
            // PostgreSQL is away, or this process ends: the workers find the jobs when they look next.
        }
    }
}

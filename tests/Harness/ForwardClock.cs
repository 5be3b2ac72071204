namespace Alicerce.Harness;

/// <summary>The system's clock, which a test can put forward: timers that would have ended meanwhile end at once.</summary>
public sealed class ForwardClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<Running> _timers = [];
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Running(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        lock (_lock) _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Forward(TimeSpan by)
    {
        lock (_lock)
        {
            _ahead += by;
            foreach (var timer in _timers) timer.Catch(by);
        }
    }

    private sealed class Running(ForwardClock clock, ITimer inner) : ITimer
    {
        private TimeSpan _due;
        private TimeSpan _period;
        private long _since;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (_due, _period, _since) = (dueTime, period, TimeProvider.System.GetTimestamp());
            return inner.Change(dueTime, period);
        }

        /// <summary>Of a period, what is left now is less than the whole; ending early does a test no harm.</summary>
        public void Catch(TimeSpan by)
        {
            if (_due == Timeout.InfiniteTimeSpan) return;
            var left = _due - TimeProvider.System.GetElapsedTime(_since) - by;
            (_due, _since) = (left > TimeSpan.Zero ? left : TimeSpan.Zero, TimeProvider.System.GetTimestamp());
            inner.Change(_due, _period);
        }

        public void Dispose()
        {
            lock (clock._lock) clock._timers.Remove(this);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

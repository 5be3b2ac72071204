namespace Alicerce.Platform.Resilience;

/// <summary>Whether calls go out.</summary>
public enum CircuitState
{
    Closed,

    /// <summary>None does; after the recovery time the next one tries whether they may again.</summary>
    Open,

    /// <summary>One is trying; the others are refused until it has ended.</summary>
    HalfOpen,
}

/// <summary>What a call said about its target.</summary>
public enum CallEnd
{
    Succeeded,
    Failed,

    /// <summary>Nothing: it was given up before there was an answer.</summary>
    Abandoned,
}

/// <summary>The right to make one call; see <see cref="CircuitBreaker"/>.</summary>
public readonly record struct CallPass(long Era);

/// <summary>
/// Stops calls to a target that failed several times in a row, and lets one at a time try whether it is back (S001-COM-07). Time is measured, not read
/// off the wall (T001-32).
/// </summary>
public sealed class CircuitBreaker(int failureThreshold, TimeSpan recoveryTime, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private CircuitState _state;
    private int _failures;
    private long _openedAt;

    // Grows when the circuit opens and with each trial: a call that began before says nothing of now.
    private long _era;

    public CircuitState State
    {
        get
        {
            lock (_gate) return _state;
        }
    }

    /// <summary>How long calls are refused for; zero when the next one may try.</summary>
    public TimeSpan RestsFor
    {
        get
        {
            lock (_gate) return _state == CircuitState.Closed || Rest() < TimeSpan.Zero ? TimeSpan.Zero : Rest();
        }
    }

    /// <returns>Null when the call is refused; otherwise say with <see cref="End"/> how it ended, whatever happens.</returns>
    public CallPass? TryEnter()
    {
        lock (_gate)
        {
            if (_state == CircuitState.Closed) return new CallPass(_era);
            if (_state == CircuitState.HalfOpen || Rest() > TimeSpan.Zero) return null;
            _state = CircuitState.HalfOpen;
            return new CallPass(++_era);
        }
    }

    public void End(CallPass pass, CallEnd end)
    {
        lock (_gate)
        {
            if (pass.Era != _era) return;
            switch (end)
            {
                case CallEnd.Succeeded:
                    (_state, _failures) = (CircuitState.Closed, 0);
                    break;
                case CallEnd.Failed when ++_failures >= failureThreshold || _state == CircuitState.HalfOpen:
                    (_state, _openedAt) = (CircuitState.Open, clock.GetTimestamp());
                    _era++;
                    break;
                case CallEnd.Abandoned when _state == CircuitState.HalfOpen:
                    // The rest is over already, so the next call tries.
                    _state = CircuitState.Open;
                    break;
                default:
                    break;
            }
        }
    }

    private TimeSpan Rest() => recoveryTime - clock.GetElapsedTime(_openedAt);
}

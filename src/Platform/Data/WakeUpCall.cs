namespace Alicerce.Platform.Data;

/// <summary>Wakes one waiter. Calls that come before it has looked are one call.</summary>
public sealed class WakeUpCall : IDisposable
{
    private readonly SemaphoreSlim _calls = new(0, 1);

    public void Ring()
    {
        try
        {
            if (_calls.CurrentCount == 0) _calls.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has just called: one call is enough.
        }
    }

    /// <summary>Returns when called, when the time is over and when cancelled alike: the caller looks for itself.</summary>
    /// <returns>True when it was called.</returns>
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken ct)
    {
        var call = _calls.WaitAsync(longest, ct);
        await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return call.IsCompletedSuccessfully && await call;
    }

    public void Dispose() => _calls.Dispose();
}

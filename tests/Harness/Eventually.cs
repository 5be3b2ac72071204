namespace Alicerce.Harness;

/// <summary>Waits for the end of an activity that gives no signal of its own, such as another process.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task BecomesTrueAsync(Func<Task<bool>> condition, string what, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Patience);
        while (!await condition())
        {
            ct.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested) throw new TimeoutException($"Not within {Patience.TotalSeconds} s: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public static Task BecomesTrueAsync(Func<bool> condition, string what, CancellationToken ct) =>
        BecomesTrueAsync(() => Task.FromResult(condition()), what, ct);
}

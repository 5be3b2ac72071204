namespace Alicerce.Engine.Running.Http;

/// <summary>Spaces requests evenly so that no more than the given number go out in a second.</summary>
internal sealed class RequestPace(double? perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _gap = perSecond is > 0 and var rate ? TimeSpan.FromSeconds(1 / rate) : TimeSpan.Zero;
    private DateTimeOffset _next;

    public async ValueTask WaitAsync(CancellationToken ct)
    {
        if (_gap == TimeSpan.Zero) return;
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + _gap;
            wait = turn - now;
        }
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
    }
}

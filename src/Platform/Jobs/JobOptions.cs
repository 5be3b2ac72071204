namespace Alicerce.Platform.Jobs;

/// <summary>How this process works on the queue.</summary>
public sealed record JobOptions
{
    /// <summary>Jobs at work at the same time in this process.</summary>
    public int Concurrency { get; init; } = Math.Max(4, Environment.ProcessorCount * 4);

    /// <summary>A worker that has not been heard of for so long has lost its jobs.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the queue is looked at although nobody called: for delayed jobs, lost leases and lost wake-ups.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// This process calls the workers at most once in this time. A worker that was called looks again after it, then after twice the time, and
    /// so on: a transaction that came too early for a call of its own may commit a little later.
    /// </summary>
    public TimeSpan CallGap { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>First waiting time after a failure; it doubles with each, up to <see cref="LongestBackOff"/>.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a stopping server lets its jobs end by themselves before it interrupts them and puts them back.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Ended jobs are kept so long.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);
}

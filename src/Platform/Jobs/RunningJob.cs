namespace Alicerce.Platform.Jobs;

/// <summary>A job at work in this process, and the reason if somebody interrupts it.</summary>
internal sealed class RunningJob(ClaimedJob job) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _gate = new();
    private bool _disposed;

    public ClaimedJob Job { get; } = job;

    public CancellationToken Token => _cancellation.Token;

    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>What becomes of the job when its handler leaves because of <see cref="Token"/>.</summary>
    public JobOutcome Interruption { get; private set; } = JobOutcome.PutBack;

    /// <summary>The first reason stands.</summary>
    public void Interrupt(JobOutcome outcome)
    {
        lock (_gate)
        {
            if (_disposed || _cancellation.IsCancellationRequested) return;
            Interruption = outcome;
            _ = _cancellation.CancelAsync();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _cancellation.Dispose();
        }
    }
}

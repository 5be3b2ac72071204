using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Jobs;

/// <summary>
/// Writes how attempts ended. Successes of jobs that end at the same time share one statement: that is what makes short jobs cheap.
/// </summary>
internal sealed class JobOutcomes(JobStore store, JobOptions options, ILogger log)
{
    private const int LargestBatch = 500;
    private const int WriteAttempts = 5;
    private readonly Channel<Finished> _finished = Channel.CreateUnbounded<Finished>(new UnboundedChannelOptions { SingleReader = true });

    private sealed record Finished(ClaimedJob Job, TaskCompletionSource Written);

    /// <summary>Returns when the outcome is in the database, or when it cannot be and the lease will have to end it.</summary>
    public Task WriteAsync(ClaimedJob job, JobOutcome outcome)
    {
        if (outcome.Kind == JobOutcomeKind.Succeeded)
        {
            var finished = new Finished(job, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _finished.Writer.TryWrite(finished);
            return finished.Written.Task;
        }

        var backOff = BackOff.After(job.Attempts, options, Random.Shared.NextDouble());
        var delay = outcome.Delay > backOff ? outcome.Delay : backOff;
        return outcome.Kind switch
        {
            JobOutcomeKind.Failed => TryAsync(ct => store.FailAsync(job, outcome.Reason!, forGood: false, delay, ct)),
            JobOutcomeKind.FailedForGood => TryAsync(ct => store.FailAsync(job, outcome.Reason!, forGood: true, delay, ct)),
            JobOutcomeKind.Cancelled => TryAsync(ct => store.CancelledAsync(job, ct)),
            JobOutcomeKind.PutBack => TryAsync(ct => store.PutBackAsync(job, ct)),
            _ => Task.CompletedTask,
        };
    }

    public void Complete() => _finished.Writer.Complete();

    /// <summary>Runs until <see cref="Complete"/> has been called and everything is written.</summary>
    public async Task WriteAllAsync()
    {
        var batch = new List<Finished>(LargestBatch);
        while (await _finished.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _finished.Reader.TryRead(out var finished)) batch.Add(finished);
            await TryAsync(ct => FinishAsync(batch, ct));
            foreach (var finished in batch) finished.Written.SetResult();
            batch.Clear();
        }
    }

    private async Task FinishAsync(List<Finished> batch, CancellationToken ct)
    {
        var jobs = batch.ConvertAll(finished => finished.Job);
        var accepted = await store.FinishAsync(jobs, ct);
        foreach (var late in jobs.Where(job => !accepted.Contains(job.Id)))
            log.LogWarning("Job {JobId} ended after its lease was lost; its completion is refused.", late.Id);
    }

    private async Task TryAsync(Func<CancellationToken, Task> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await write(CancellationToken.None);
                return;
            }
            catch (Exception e)
            {
                // Whatever the driver throws, the loop goes on: a worker that stops writing outcomes would hold its leases for ever.
                if (attempt == WriteAttempts)
                {
                    log.LogError(e, "The outcome of a job could not be written; its lease will end and another worker takes it over.");
                    return;
                }

                await Task.Delay(BackOff.After(attempt, new JobOptions { BackOff = TimeSpan.FromMilliseconds(200) }, Random.Shared.NextDouble()));
            }
        }
    }
}

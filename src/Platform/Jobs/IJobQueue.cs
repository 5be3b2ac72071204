using Npgsql;

namespace Alicerce.Platform.Jobs;

/// <summary>The way into the queue (D6).</summary>
public interface IJobQueue
{
    /// <summary>
    /// Adds the job in the caller's transaction: it exists exactly when the change that needs it does. With EF, pass
    /// <c>(NpgsqlTransaction)tx.GetDbTransaction()</c>.
    /// </summary>
    /// <returns>The job's id; that of the job already waiting or running when its unique key is taken.</returns>
    Task<long> EnqueueAsync(NpgsqlTransaction transaction, JobRequest request, CancellationToken ct);

    /// <summary>Adds many jobs in one round trip; those whose unique key is taken are left out.</summary>
    /// <returns>How many were added.</returns>
    Task<int> EnqueueManyAsync(NpgsqlTransaction transaction, IReadOnlyList<JobRequest> requests, CancellationToken ct);

    /// <summary>Adds the job in a transaction of its own.</summary>
    Task<long> EnqueueAsync(JobRequest request, CancellationToken ct);

    /// <summary>Adds many jobs in a transaction of their own.</summary>
    /// <returns>How many were added.</returns>
    Task<int> EnqueueManyAsync(IReadOnlyList<JobRequest> requests, CancellationToken ct);

    /// <summary>A waiting job ends at once; a running one is told, and ends when its handler notices.</summary>
    /// <returns>False when there is no such job or it has already ended.</returns>
    Task<bool> CancelAsync(long jobId, CancellationToken ct);

    /// <summary>Those of the unique keys that a waiting or running job holds: whoever waits for the others waits in vain.</summary>
    Task<IReadOnlySet<string>> FindHeldKeysAsync(IReadOnlyCollection<string> uniqueKeys, CancellationToken ct);
}

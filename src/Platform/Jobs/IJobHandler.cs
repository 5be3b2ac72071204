namespace Alicerce.Platform.Jobs;

/// <summary>
/// Does the work of one type of job. It is made anew for each attempt in a scope of its own, and may run again after a crash, so it is
/// idempotent. Throwing means "try again later"; <see cref="JobPostponedException"/> means "not
/// before then", <see cref="JobAbandonedException"/> "never".
/// </summary>
public interface IJobHandler<in TArgs>
{
    /// <param name="ct">Cancelled when somebody cancels the job, its lease is lost, or the server stops.</param>
    Task HandleAsync(TArgs args, JobContext job, CancellationToken ct);
}

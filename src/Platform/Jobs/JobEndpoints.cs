using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Jobs;

/// <summary>Long work is answered with 202 and the address of its job; here it is watched and cancelled (D7).</summary>
internal static class JobEndpoints
{
    public static readonly Problem Unknown = Problem.NotFound("jobs.unknown", "There is no such job; ended jobs are kept for a week.");
    public static readonly Problem Ended = Problem.Conflict("jobs.ended", "The job has already ended.");

    /// <param name="State"><c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>dead</c> or <c>cancelled</c>.</param>
    /// <param name="Error">Why the last attempt failed.</param>
    public sealed record JobView(
        long Id, string Type, string State, int? ProjectId, int Attempts, int MaxAttempts, JobProgress Progress, bool CancelRequested, string? Error,
        DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt);

    /// <param name="Total">Null while the amount of work is not known.</param>
    public sealed record JobProgress(int Done, int? Total, string? Message);

    public static string AddressOf(long jobId) => $"/api/v1/jobs/{jobId}";

    public static void Map(IEndpointRouteBuilder api)
    {
        var job = api.MapGroup("/jobs/{id:long}").WithTags("Jobs").InProject("id", ProjectOfAsync, _ => Unknown);
        job.MapGet("/", ReadAsync).WithSummary("How far a job is").ProducesErrors(404);
        job.MapPost("/cancel", CancelAsync).WithSummary("Ask a job to end").ProducesErrors(404, 409);
    }

    // A job of no project is the house's own.
    private static async ValueTask<int?> ProjectOfAsync(IServiceProvider services, long id, CancellationToken ct) =>
        await services.GetRequiredService<PlatformDb>().Jobs.Where(job => job.Id == id).Select(job => job.ProjectId).SingleOrDefaultAsync(ct);

    private static async Task<Result<JobView>> ReadAsync(long id, PlatformDb db, CancellationToken ct) =>
        await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, ct) is { } job ? ViewOf(job) : Unknown;

    private static async Task<Result<JobView>> CancelAsync(long id, IJobQueue queue, PlatformDb db, CancellationToken ct)
    {
        var isCancelled = await queue.CancelAsync(id, ct);
        if (await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, ct) is not { } job) return Unknown;
        return isCancelled ? ViewOf(job) : Ended;
    }

    private static JobView ViewOf(Job job) => new(
        job.Id, job.Type, job.State, job.ProjectId, job.Attempts, job.MaxAttempts, new JobProgress(job.ProgressDone, job.ProgressTotal, job.ProgressMessage),
        job.CancelRequested, job.LastError, job.CreatedAt, job.StartedAt, job.FinishedAt);
}

using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Jobs;

/// <summary>
/// Long work is answered with 202 and the address of its job; here it is watched and cancelled (D7). Admins see what failed for good, and
/// retry or discard it.
/// </summary>
internal static class JobEndpoints
{
    public static readonly Problem Unknown = Problem.NotFound("jobs.unknown", "There is no such job; ended jobs are kept for a week.");
    public static readonly Problem Ended = Problem.Conflict("jobs.ended", "The job has already ended.");

    private static readonly string[] States = ["queued", "running", "succeeded", "dead", "cancelled"];

    /// <param name="State"><c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>dead</c> or <c>cancelled</c>.</param>
    /// <param name="Error">Why the last attempt failed.</param>
    public sealed record JobView(
        long Id, string Type, string State, int? ProjectId, int Attempts, int MaxAttempts, JobProgress Progress, bool CancelRequested, string? Error,
        DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt);

    /// <param name="Total">Null while the amount of work is not known.</param>
    public sealed record JobProgress(int Done, int? Total, string? Message);

    /// <param name="State">The only one to list, such as <c>dead</c>; all when left out.</param>
    /// <param name="Type">The written name of a type of job, such as <c>testing.run_shard</c>.</param>
    public sealed record JobsQuery([property: FromQuery(Name = "state")] string? State, [property: FromQuery(Name = "type")] string? Type);

    public static string AddressOf(long jobId) => $"/api/v1/jobs/{jobId}";

    public static void Map(IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs").AcrossProjects().RequireAuthorization(Policies.Admin);
        jobs.MapGet("/", ListAsync).WithSummary("List jobs, the newest first; those with state dead wait to be retried or discarded").ProducesErrors(403)
            .Describes(new QueryDescription("state", States), new QueryDescription("cursor") { Example = CursorRequest.Beginning });
        var job = api.MapGroup("/jobs/{id:long}").WithTags("Jobs").InProject("id", ProjectOfAsync, _ => Unknown);
        job.MapGet("/", ReadAsync).WithSummary("How far a job is").ProducesErrors(404);
        job.MapPost("/cancel", CancelAsync).WithSummary("Ask a job to end").ProducesErrors(404, 409)
            .NotAudited("The job itself says that it was cancelled, and it can be started again.");
        job.MapPost("/retry", RetryAsync).WithSummary("Queue a dead job again, with all its attempts").ProducesErrors(403, 404, 409).RequireAuthorization(Policies.HouseAdmin);
        job.MapDelete("/", DiscardAsync).WithSummary("Discard a dead job").ProducesErrors(403, 404, 409).RequireAuthorization(Policies.HouseAdmin);
    }

    // A job of no project is the house's own.
    private static async ValueTask<int?> ProjectOfAsync(IServiceProvider services, long id, CancellationToken ct) =>
        await services.GetRequiredService<PlatformDb>().Jobs.Where(job => job.Id == id).Select(job => job.ProjectId).SingleOrDefaultAsync(ct);

    private static async Task<Listed<JobView>> ListAsync([AsParameters] JobsQuery query, [AsParameters] CursorQuery paging, PlatformDb db, CancellationToken ct)
    {
        if (CursorRequest.Read(paging, out var place) is { } problem) return problem;
        if (query.State is { } state && !States.Contains(state)) return Problem.Invalid("state", "unknown", $"state is one of {string.Join(", ", States)}.");
        var rows = await db.Jobs.AsNoTracking()
            .Where(job => (query.State == null || job.State == query.State) && (query.Type == null || job.Type == query.Type) && (place.Id == null || job.Id < place.Id))
            .OrderByDescending(job => job.Id).Take(place.Limit + 1).ToListAsync(ct);
        return Listed.Of(rows.ConvertAll(ViewOf), place, job => CursorRequest.Encode(DateTimeOffset.UnixEpoch, job.Id));
    }

    private static async Task<Result<JobView>> RetryAsync(long id, DeadJobs dead, PlatformDb db, CancellationToken ct) =>
        await dead.RetryAsync(id, ct) is { } problem ? problem : await ReadAsync(id, db, ct);

    private static async Task<Done> DiscardAsync(long id, DeadJobs dead, CancellationToken ct) =>
        await dead.DiscardAsync(id, ct) is { } problem ? problem : Done.Successfully;

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

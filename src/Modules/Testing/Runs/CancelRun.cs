using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Ends a run at once as <c>error</c> with reason cancelled (T004-54). Its workers notice and stop; cases under way leave no result, and no
/// result is written from then on.
/// </summary>
internal sealed class CancelRun(RunClosing closing, RunStore runs)
{
    public sealed record Response(int RunId, string Status);

    public static readonly Problem HasEnded = Problem.Conflict("test_runs.ended", "The run has already ended.");


    public async Task<Accepted<Response>> HandleAsync(int runId, CancellationToken ct)
    {
        if (await closing.AbortAsync(runId, "cancelled", isCancelled: true, ct))
            return Accepted.At($"/api/v1/test-runs/{runId}", new Response(runId, RunStatuses.Error));
        return await runs.FindAsync(runId, ct) is null ? Unknown.Run(runId) : HasEnded;
    }
}

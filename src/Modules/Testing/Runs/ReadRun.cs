using Alicerce.Platform.Web.Answers;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// A run with its causes and its first results, flat as the source's verification prints it and with <c>run</c> as its code has it
/// (S004-RUN-09, S004-RUN-12, T004-46). It answers while the run is under way as well (T004-54).
/// </summary>
internal sealed class ReadRun(NpgsqlDataSource source)
{
    private const int MostResults = 1_000;

    /// <param name="ResultsTotal">Final results so far; <c>/results</c> has them all.</param>
    public sealed record Response(
        int Id, int SuiteId, string Suite, int? EnvironmentId, string? Environment, string BaseUrl, string Status, string TriggeredBy, int Seed, int Total, int Passed,
        int Failed, int Skipped, int Errors, int Flaky, int FindingsConfirmed, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, long? DurationMs, string? Message,
        IReadOnlyList<RunCause> Causes, IReadOnlyList<ResultItem> Results, int ResultsTotal, RunHead Run);

    public async Task<Result<Response>> HandleAsync(int runId, CancellationToken ct)
    {
        // The head first: whatever it counts was committed before, so a run that shows its end shows all of its results.
        if (await RunHead.FindAsync(source, runId, ct) is not { } r) return Unknown.Run(runId);
        var results = await ResultItem.AfterAsync(source, runId, 0, MostResults, ct);
        var causes = await RunCause.ReadAsync(source, runId, ct);
        return new Response(
            r.Id, r.SuiteId, r.Suite, r.EnvironmentId, r.Environment, r.BaseUrl, r.Status, r.TriggeredBy, r.Seed, r.Total, r.Passed, r.Failed, r.Skipped, r.Errors, r.Flaky,
            r.FindingsConfirmed, r.StartedAt, r.FinishedAt, r.DurationMs, r.Message, causes, results, r.Passed + r.Failed + r.Skipped + r.Errors, r);
    }
}

using Alicerce.Modules.Testing.Comparison;
using Alicerce.Modules.Testing.History;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>The doors of runs: start, read, watch, cancel, compare (S004-RUN-12, S004-API-20).</summary>
internal static class RunsEndpoints
{
    private const string RunsAreRecords = "A run is a record itself: it is kept with what it was started with and how it ended.";

    public static void Map(IEndpointRouteBuilder api)
    {
        MapSuites(api.MapGroup("/test-suites/{id:int}").WithTags("Runs").OfSuite("id"));
        api.MapGet("/test-runs", ListAsync).AcrossProjects()
            .WithTags("Runs").WithSummary("List runs, the newest first").Describes(new QueryDescription("status", RunStatuses.OfRuns));
        MapRuns(api.MapGroup("/test-runs/{id:int}").WithTags("Runs").OfRun("id"));
        api.MapGet("/test-results/{id:long}", (long id, ReadResult slice, CancellationToken ct) => slice.HandleAsync(id, ct))
            .OfResult("id").WithTags("Runs").WithSummary("A result with its requests, responses and assertions").ProducesErrors(404);
    }

    private static void MapSuites(RouteGroupBuilder suite)
    {
        suite.MapPost("/run", (int id, StartRun slice, CancellationToken ct, StartRun.Request? request = null) => slice.HandleAsync(id, request ?? new StartRun.Request(), ct))
            .WithSummary("Run a suite in the background; follow the links of the answer").ProducesErrors(404)
            .NotAudited(RunsAreRecords);
        suite.MapGet("/comparison", (int id, string? environments, CompareEnvironments slice, CancellationToken ct) => slice.HandleAsync(id, environments, ct))
            .WithSummary("Compare the last runs of the environments, case by case").ProducesErrors(404)
            .Describes(new QueryDescription("environments") { Pattern = CompareEnvironments.IdsPattern, Example = "1" });
        suite.MapGet("/history", (int id, int? limit, SuiteHistory slice, CancellationToken ct) => slice.HandleAsync(id, limit, ct))
            .WithSummary("The last runs of a suite").ProducesErrors(404);
        suite.MapGet("/flaky-cases", (int id, FlakyCases slice, CancellationToken ct) => slice.HandleAsync(id, ct))
            .WithSummary("Cases that passed and failed in turn, or passed only when tried again").ProducesErrors(404);
    }

    private static void MapRuns(RouteGroupBuilder runs)
    {
        runs.MapGet("/", (int id, ReadRun slice, CancellationToken ct) => slice.HandleAsync(id, ct))
            .WithSummary("A run with its causes and first results").ProducesErrors(404);
        runs.MapGet("/results", (int id, [AsParameters] ListResults.Query query, [AsParameters] CursorQuery paging, ListResults slice, CancellationToken ct) =>
                slice.HandleAsync(id, query, paging, ct))
            .WithSummary("Results of a run, as they were written").ProducesErrors(404)
            .Describes(new QueryDescription("status", RunStatuses.OfResults), new QueryDescription("cursor") { Example = CursorRequest.Beginning });
        runs.MapPost("/cancel", (int id, CancelRun slice, CancellationToken ct) => slice.HandleAsync(id, ct))
            .WithSummary("End a run that is under way").ProducesErrors(404, 409)
            .NotAudited(RunsAreRecords);
        runs.MapGet("/report", (int id, string? format, HttpRequest request, DownloadReport slice, CancellationToken ct) => slice.HandleAsync(id, format, request, ct))
            .WithSummary("Download a report: junit, ctrf, html or markdown").Produces<string>(200, "application/octet-stream").ProducesErrors(404, 409)
            .Describes(new QueryDescription("format", DownloadReport.FormatNames) { Required = true });
        runs.MapGet("/events", WatchAsync)
            .WithSummary("Follow a run, as server-sent events; go on with Last-Event-ID").Produces<string>(200, "text/event-stream").ProducesErrors(404);
    }

    private static Task<Paged<RunHead>> ListAsync([AsParameters] ListRuns.Query query, [AsParameters] PageQuery paging, HttpContext http, ListRuns slice, CancellationToken ct) =>
        slice.HandleAsync(query, paging, http.SignedInCaller().VisibleProjects, ct);

    private static async Task<IResult> WatchAsync(int id, WatchRun slice, NpgsqlDataSource source, CancellationToken ct)
    {
        if (await RunHead.FindAsync(source, id, ct) is not null) return slice.Stream(id);
        return new ProblemAnswer(Unknown.Run(id));
    }
}

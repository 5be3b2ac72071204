using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>A run's report as a file: the same writers that the command line uses, fed from the stored results.</summary>
internal sealed class DownloadReport(NpgsqlDataSource source, DataRoot root)
{
    /// <summary>Inside the data folder.</summary>
    public const string Folder = "reports";

    private sealed record Format(string ContentType, string Extension, Func<string, ReportLanguage, FileReport> Open);

    private static readonly SortedDictionary<string, Format> Formats = new(StringComparer.Ordinal)
    {
        ["ctrf"] = new("application/json", "ctrf.json", (path, _) => new CtrfReport(path) { OwnerOnly = true }),
        ["html"] = new("text/html; charset=utf-8", "html", (path, language) => new HtmlReport(path, language: language) { OwnerOnly = true }),
        ["junit"] = new("application/xml", "junit.xml", (path, _) => new JUnitReport(path) { OwnerOnly = true }),
        ["markdown"] = new("text/markdown; charset=utf-8", "md", (path, _) => new MarkdownReport(path) { OwnerOnly = true }),
    };

    private static readonly Problem UnknownFormat = Problem.Invalid("format", "unknown", $"format is one of {string.Join(", ", FormatNames)}.");
    private static readonly Problem NotEnded = Problem.Conflict("test_runs.running", "The run is still under way: its report is there when it has ended.");

    private static readonly string Sql = $"""
        SELECT t.status, t.attempt, t.flaky, t.started_at, coalesce(t.duration_ms, 0), coalesce(t.error_message, t.message), t.reason, t.cause_key, t.response_json::text,
            t.assertion_results_json::text, {StoredCases.Columns}
        FROM {ResultItem.From} WHERE t.run_id = $1 AND t.run_day = ({ResultItem.RunDay}) AND t.is_final ORDER BY c."order", t.id
        """;

    public static IReadOnlyCollection<string> FormatNames => Formats.Keys;

    /// <returns>The file as a download, or the problem's answer.</returns>
    public async Task<IResult> HandleAsync(int runId, string? format, HttpRequest request, CancellationToken ct)
    {
        if (!Formats.TryGetValue(format ?? "", out var chosen)) return new ProblemAnswer(UnknownFormat);
        if (await RunHead.FindAsync(source, runId, ct) is not { } run) return new ProblemAnswer(Unknown.Run(runId));
        if (run.FinishedAt is null) return new ProblemAnswer(NotEnded);

        return Results.File(await ComposeAsync(run, path => chosen.Open(path, LanguageOf(request)), ct), chosen.ContentType, $"run-{runId}.{chosen.Extension}");
    }

    /// <returns>The report, whose file has no name any more: it is gone when the answer has ended, however it ends.</returns>
    private async Task<FileStream> ComposeAsync(RunHead run, Func<string, FileReport> open, CancellationToken ct)
    {
        var path = Path.Combine(root.PrivateFolder(Folder), $"{Guid.NewGuid():N}");
        try
        {
            await WriteAsync(run, open(path), ct);
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ReportLanguage LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1).Select(wish => ReportLanguages.Find(wish.Value.Value)).FirstOrDefault(found => found is not null)
        ?? ReportLanguage.English;

    private async Task WriteAsync(RunHead run, FileReport report, CancellationToken ct)
    {
        await using var owned = report;
        var startedAt = run.StartedAt ?? DateTimeOffset.UnixEpoch;
        var duration = TimeSpan.FromMilliseconds(run.DurationMs ?? 0);
        await report.OnAsync(new RunStarted(startedAt, run.Suite, run.BaseUrl, run.Environment, run.Total, run.Seed), ct);
        await using (var command = source.CreateCommand(Sql))
        {
            command.Parameters.AddWithValue(run.Id);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) await report.OnAsync(new CaseFinished(Read(reader)), ct);
        }

        var summary = new RunSummary(
            run.Total, run.Passed, run.Failed, run.Skipped, run.Errors, run.Flaky, run.FindingsConfirmed, duration, run.IsCancelled)
        {
            CutOff = run.Status == RunStatuses.Error,
        };
        await report.OnAsync(new RunFinished(startedAt + duration, summary), ct);
    }

    private static CaseResult Read(NpgsqlDataReader reader) => new()
    {
        Status = reader.GetString(0) switch
        {
            RunStatuses.Passed => CaseStatus.Passed,
            RunStatuses.Failed => CaseStatus.Failed,
            RunStatuses.Skipped => CaseStatus.Skipped,
            _ => CaseStatus.Error,
        },
        Attempt = reader.GetInt32(1),
        Flaky = reader.GetBoolean(2),
        StartedAt = reader.IsDBNull(3) ? DateTimeOffset.UnixEpoch : reader.GetFieldValue<DateTimeOffset>(3),
        Duration = TimeSpan.FromMilliseconds(reader.GetDouble(4)),
        Message = Text(reader, 5),
        Reason = Text(reader, 6),
        CauseKey = Text(reader, 7),
        Steps = StoredSteps.Read(Text(reader, 8), Text(reader, 9)),
        Case = StoredCases.Read(reader, 10),
    };

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}

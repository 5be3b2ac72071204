using Alicerce.Contracts.Testing;
using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>
/// Starts a run of a suite in the background (T004-55): one transaction writes the run and its shard jobs, and the answer is there before the
/// first case is sent. A suite without a case to run gives a run that has already ended, as <c>error</c> (T004-47).
/// </summary>
internal sealed class StartRun(NpgsqlDataSource source, IProjects projects, IJobQueue jobs, RunClosing closing, TimeProvider clock)
{
    private const int CasesPerShard = 1_000;
    private const int MostShardsByDefault = 4;

    /// <param name="EnvironmentId">None takes the project's environment named <c>local</c> (ADR 0012).</param>
    /// <param name="TriggeredBy">Who or what asked, at most 100 characters; none is <c>manual</c>.</param>
    /// <param name="Filter">Globs or parts of case keys, names, components or paths; one of them must fit.</param>
    /// <param name="Tags">Tags of which one must be there; <c>!tag</c> must not.</param>
    /// <param name="Parallel">Cases at once; none is what the suite says.</param>
    /// <param name="Rate">Requests a second at most.</param>
    /// <param name="Shards">Into how many jobs the cases are split; none lets their number decide.</param>
    public sealed record Request(
        int? EnvironmentId = null, string? TriggeredBy = null, int? Seed = null, IReadOnlyList<string>? Filter = null, IReadOnlyList<string>? Tags = null,
        bool FailFast = false, int? Parallel = null, double? Rate = null, int? Shards = null);

    /// <param name="Status"><c>running</c>, or <c>error</c> when there was nothing to run.</param>
    public sealed record Response(int RunId, string Status, ResponseLinks Links);

    public sealed record ResponseLinks(string Self, string Events);

    public static readonly Problem EnvironmentRequired = Problem.Invalid(
        "environment_id", "environment_required", "The run has no target: give environment_id, or create an environment named 'local' in the project.");

    public static Problem UnknownEnvironment(int id) => Problem.NotFound("environments.unknown", $"Environment {id} not found");

    private sealed record Suite(int Id, int ProjectId, string Name, SuiteConfig Config);

    public async Task<Accepted<Response>> HandleAsync(int suiteId, Request request, CancellationToken ct)
    {
        if (Check(request) is { } problem) return problem;
        if (await FindSuiteAsync(suiteId, ct) is not { } suite) return Unknown.Suite(suiteId);
        var environment = request.EnvironmentId is { } id
            ? await projects.FindEnvironmentAsync(id, ct)
            : await projects.FindEnvironmentAsync(suite.ProjectId, EnvironmentFacts.Local, ct);
        if (environment is null) return request.EnvironmentId is { } unknown ? UnknownEnvironment(unknown) : EnvironmentRequired;
        if (environment.ProjectId != suite.ProjectId) return UnknownEnvironment(environment.Id);
        if (RunTarget.BaseUrlOf(environment, out var noAddress) is not { } baseUrl) return noAddress!;

        var choices = ChoicesOf(request, suite.Config);
        var total = await RunCases.CountAsync(source, suite.Id, choices, ct);
        var shards = request.Shards ?? Math.Clamp(total / CasesPerShard, 1, MostShardsByDefault);
        shards = Math.Min(shards, choices.Parallel);
        var runId = await WriteAsync(suite, environment, baseUrl, choices, request, total, shards, ct);
        var address = $"/api/v1/test-runs/{runId}";
        return Accepted.At(address, new Response(runId, total == 0 ? RunStatuses.Error : RunStatuses.Running, new ResponseLinks(address, $"{address}/events")));
    }

    private static Problem? Check(Request request)
    {
        var validation = new Validation()
            .Check(request.TriggeredBy is null or { Length: >= 1 and <= 100 }, "triggered_by", "too_long", "triggered_by has 1 to 100 characters, like 'manual' or 'deploy:7'.")
            .Check(request.Parallel is null or (>= 1 and <= 256), "parallel", "out_of_range", "parallel is a number from 1 to 256.")
            .Check(request.Rate is null or (> 0 and <= 100_000), "rate", "out_of_range", "rate is a number of requests a second, more than 0 and at most 100000.")
            .Check(request.Shards is null or (>= 1 and <= 16), "shards", "out_of_range", "shards is a number from 1 to 16.");
        foreach (var (field, texts) in new[] { ("filter", request.Filter), ("tags", request.Tags) })
            validation.Check(texts is null || (texts.Count <= 50 && texts.All(t => t is { Length: >= 1 and <= 300 })), field, "out_of_range", $"{field} has at most 50 entries of 1 to 300 characters.");
        return validation.Problem;
    }

    private static RunChoices ChoicesOf(Request request, SuiteConfig suite) => new()
    {
        Filter = request.Filter ?? [],
        Tags = request.Tags ?? [],
        FailFast = request.FailFast,
        Parallel = request.Parallel ?? suite.Parallel,
        Rate = request.Rate,
        Suite = suite,
    };

    private async Task<Suite?> FindSuiteAsync(int suiteId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT id, project_id, name, config_json::text FROM testing.test_suites WHERE id = $1 AND deleted_at IS NULL");
        command.Parameters.AddWithValue(suiteId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new Suite(reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), SuiteConfig.Read(reader.IsDBNull(3) ? null : reader.GetString(3)));
    }

    private async Task<int> WriteAsync(
        Suite suite, EnvironmentFacts environment, Uri baseUrl, RunChoices choices, Request request, int total, int shards, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        await RunPartitions.MakeAsync(transaction, DateOnly.FromDateTime(now.UtcDateTime), days: 1, ct);
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO testing.test_runs (suite_id, environment_id, suite_name, environment_name, base_url, status, triggered_by, total_tests, seed, options, shards,
                started_at, created_at)
            VALUES ($1, $2, $3, $4, $5, 'running', $6, $7, $8, $9, $10, $11, $11) RETURNING id
            """,
            connection,
            transaction);
        foreach (var value in new object[]
        {
            suite.Id, environment.Id, suite.Name, environment.Name, baseUrl.AbsoluteUri, request.TriggeredBy ?? "manual", total, request.Seed ?? 1,
        })
            insert.Parameters.AddWithValue(value);
        insert.Parameters.AddWithValue(NpgsqlDbType.Jsonb, choices.ToJson());
        insert.Parameters.AddWithValue(shards);
        insert.Parameters.AddWithValue(now);
        var runId = (int)(await insert.ExecuteScalarAsync(ct))!;

        var fact = new TestRunStarted(runId, suite.Id, suite.ProjectId, environment.Id, request.TriggeredBy ?? "manual", total);
        await Outbox.WriteAsync(transaction, [new Fact(TestRunStarted.Type, suite.ProjectId, $"{runId}", fact)], ct);
        if (total == 0)
        {
            var (status, message) = RunVerdict.Of(new RunCounters(0, 0, 0, 0, 0, 0, 0), choices.Suite.MinPassRate);
            await closing.EndAsync(transaction, runId, status, message, isCancelled: false, ct);
        }
        else
        {
            await jobs.EnqueueManyAsync(transaction, [.. Enumerable.Range(0, shards).Select(shard => JobOf(suite, runId, shard))], ct);
        }

        await transaction.CommitAsync(ct);
        return runId;
    }

    private static JobRequest JobOf(Suite suite, int runId, int shard) => JobRequest.Of(RunShard.JobType, new RunShard.Args(runId, shard)) with
    {
        UniqueKey = RunShard.UniqueKey(runId, shard),
        ProjectId = suite.ProjectId,
    };
}

using Alicerce.Engine.Reporting;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Npgsql;

namespace Alicerce.Modules.Testing.Comparison;

/// <summary>The last judged run of a suite in each environment, side by side, case by case (S004-RUN-13). Reasons are short and stored (T004-72).</summary>
internal sealed class CompareEnvironments(NpgsqlDataSource source, IProjects projects)
{
    /// <summary>Ids with commas between them.</summary>
    public const string IdsPattern = "^[1-9][0-9]{0,8}(,[1-9][0-9]{0,8}){0,49}$";

    private const int MostEnvironments = 50;
    private const int MostDifferences = 1_000;
    private const int MostFailing = 200;

    private const string LastRuns = """
        SELECT DISTINCT ON (r.environment_id) r.environment_id, r.id, r.status, r.total_tests, r.passed, (r.created_at AT TIME ZONE 'UTC')::date
        FROM testing.test_runs r
        WHERE r.suite_id = $1 AND r.environment_id = ANY($2) AND r.status IN ('passed', 'failed')
        ORDER BY r.environment_id, r.id DESC
        """;

    private static readonly string DifferingResults = $"""
        WITH results AS MATERIALIZED (
            SELECT t.run_id, t.test_case_id, t.status, t.reason FROM testing.test_results t WHERE t.run_id = ANY($1) AND t.run_day = ANY($2) AND t.is_final),
        differing AS (
            SELECT test_case_id FROM results GROUP BY test_case_id HAVING count(DISTINCT status) > 1 OR count(*) < cardinality($1)
            ORDER BY test_case_id LIMIT {MostDifferences})
        SELECT c.id, c.key, c.name, results.run_id, results.status, results.reason
        FROM differing JOIN results USING (test_case_id) JOIN testing.test_cases c ON c.id = test_case_id
        ORDER BY c."order", c.id, results.run_id
        """;

    private static readonly string FailingResults = $"""
        SELECT run_id, name, reason FROM (
            SELECT t.run_id, c.name, t.reason, row_number() OVER (PARTITION BY t.run_id ORDER BY c."order", c.id) AS place
            FROM testing.test_results t JOIN testing.test_cases c ON c.id = t.test_case_id
            WHERE t.run_id = ANY($1) AND t.run_day = ANY($2) AND t.is_final AND t.status IN ('failed', 'error')) AS bad
        WHERE place <= {MostFailing} ORDER BY run_id, place
        """;

    /// <param name="Differences">Cases that did not end alike everywhere, or did not run everywhere; 1,000 at most.</param>
    /// <param name="Failing">By the environment's name, 200 at most each.</param>
    public sealed record Response(
        IReadOnlyList<Side> Environments, IReadOnlyList<Difference> Differences, IReadOnlyDictionary<string, IReadOnlyList<FailingCase>> Failing);

    /// <param name="Percent">Share of all cases that passed, one decimal.</param>
    /// <param name="Verdict">The run's status, judged by the rule of its suite (T004-59).</param>
    public sealed record Side(int EnvironmentId, string Name, int RunId, int Passed, int Total, double Percent, string Verdict);

    /// <param name="ByEnvironment">By the environment's id; an environment where the case did not run is missing.</param>
    public sealed record Difference(string Key, string TestName, IReadOnlyDictionary<string, Outcome> ByEnvironment);

    public sealed record Outcome(string Status, string? Reason);

    /// <param name="Title">The reason in words.</param>
    public sealed record FailingCase(string TestName, string? Reason, string Title);

    private sealed record LastRun(int EnvironmentId, int RunId, string Status, int Total, int Passed, DateOnly Day);

    /// <param name="environments">Ids with commas between them; none is every environment of the project.</param>
    public async Task<Result<Response>> HandleAsync(int suiteId, string? environments, CancellationToken ct)
    {
        if (ReadIds(environments, out var wanted) is { } problem) return problem;
        if (await SuiteOwners.ProjectOfAsync(source, suiteId, ct) is not { } projectId) return Unknown.Suite(suiteId);
        var known = (await projects.ListEnvironmentsAsync(projectId, ct)).ToDictionary(e => e.Id);
        if (wanted.FirstOrDefault(id => !known.ContainsKey(id)) is var unknown and not 0) return StartRun.UnknownEnvironment(unknown);

        var runs = await LastRunsAsync(suiteId, wanted.Count > 0 ? [.. wanted] : [.. known.Keys], ct);
        var names = runs.ToDictionary(run => run.RunId, run => known[run.EnvironmentId].Name);
        return new Response(
            [.. runs.Select(run => SideOf(run, names[run.RunId])).OrderBy(side => side.Name, StringComparer.Ordinal)],
            await DifferencesAsync(runs, ct), await FailingAsync(runs, names, ct));
    }

    private static Problem? ReadIds(string? text, out List<int> ids)
    {
        ids = [];
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, out var id) || id < 1 || ids.Count == MostEnvironments)
                return Problem.Invalid("environments", "not_ids", $"environments is a list of at most {MostEnvironments} ids, like 1,2.");
            if (!ids.Contains(id)) ids.Add(id);
        }

        return null;
    }

    private static Side SideOf(LastRun run, string name) =>
        new(run.EnvironmentId, name, run.RunId, run.Passed, run.Total, run.Total == 0 ? 0 : Math.Round(100.0 * run.Passed / run.Total, 1), run.Status);

    private async Task<List<LastRun>> LastRunsAsync(int suiteId, int[] environmentIds, CancellationToken ct)
    {
        await using var command = source.CreateCommand(LastRuns);
        command.Parameters.AddWithValue(suiteId);
        command.Parameters.AddWithValue(environmentIds);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var runs = new List<LastRun>();
        while (await reader.ReadAsync(ct))
            runs.Add(new LastRun(reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetFieldValue<DateOnly>(5)));
        return runs;
    }

    private async Task<List<Difference>> DifferencesAsync(List<LastRun> runs, CancellationToken ct)
    {
        var environmentOf = runs.ToDictionary(run => run.RunId, run => run.EnvironmentId.ToString());
        var differences = new List<Difference>();
        var caseId = 0;
        Dictionary<string, Outcome> outcomes = [];
        await using var command = CommandOf(DifferingResults, runs);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetInt32(0) != caseId)
            {
                (caseId, outcomes) = (reader.GetInt32(0), new Dictionary<string, Outcome>(StringComparer.Ordinal));
                differences.Add(new Difference(reader.GetString(1), reader.GetString(2), outcomes));
            }

            outcomes[environmentOf[reader.GetInt32(3)]] = new Outcome(reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5));
        }

        return differences;
    }

    private async Task<Dictionary<string, IReadOnlyList<FailingCase>>> FailingAsync(List<LastRun> runs, Dictionary<int, string> names, CancellationToken ct)
    {
        var failing = names.Values.ToDictionary(name => name, _ => new List<FailingCase>(), StringComparer.Ordinal);
        await using var command = CommandOf(FailingResults, runs);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var reason = reader.IsDBNull(2) ? null : reader.GetString(2);
            failing[names[reader.GetInt32(0)]].Add(new FailingCase(reader.GetString(1), reason, ReasonTexts.Of(reason)));
        }

        return failing.ToDictionary(pair => pair.Key, IReadOnlyList<FailingCase> (pair) => pair.Value, StringComparer.Ordinal);
    }

    private NpgsqlCommand CommandOf(string sql, List<LastRun> runs)
    {
        var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(runs.Select(run => run.RunId).ToArray());
        command.Parameters.AddWithValue(runs.Select(run => run.Day).Distinct().ToArray());
        return command;
    }
}

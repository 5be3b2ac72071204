using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Web.Answers;
using Npgsql;

namespace Alicerce.Modules.Testing.History;

/// <summary>Cases of a suite that cannot be relied on: over its last runs they passed and failed in turn in one environment, or passed only when tried again.</summary>
internal sealed class FlakyCases(NpgsqlDataSource source)
{
    private const int MostRuns = 50;
    private const int MostCases = 100;

    // A run takes its partition with it, so that only days with runs are read.
    private static readonly string Sql = $"""
        WITH runs AS MATERIALIZED (
            SELECT r.id, r.environment_name, (r.created_at AT TIME ZONE 'UTC')::date AS day
            FROM testing.test_runs r WHERE r.suite_id = $1 AND r.status IN ('passed', 'failed') ORDER BY r.id DESC LIMIT {MostRuns}),
        results AS (
            SELECT t.test_case_id, runs.environment_name, t.flaky, t.status = 'passed' AS passed,
                lag(t.status = 'passed') OVER (PARTITION BY t.test_case_id, runs.environment_name ORDER BY t.run_id) AS passed_before
            FROM testing.test_results t JOIN runs ON runs.id = t.run_id AND runs.day = t.run_day
            WHERE t.is_final AND t.status IN ('passed', 'failed', 'error') AND t.run_day = ANY (ARRAY(SELECT DISTINCT day FROM runs))),
        counted AS (
            SELECT test_case_id, environment_name, count(*)::int AS runs, count(*) FILTER (WHERE passed <> passed_before)::int AS turns, count(*) FILTER (WHERE flaky)::int AS retried
            FROM results GROUP BY test_case_id, environment_name)
        SELECT c.id, c.name, c.test_type, counted.environment_name, counted.runs, counted.turns, counted.retried
        FROM counted JOIN testing.test_cases c ON c.id = counted.test_case_id AND c.deleted_at IS NULL
        WHERE counted.turns > 1 OR counted.retried > 0
        ORDER BY counted.turns + counted.retried DESC, c.id LIMIT {MostCases}
        """;

    /// <param name="Runs">Runs of the last fifty in which it passed or failed in this environment.</param>
    /// <param name="Turns">How often it passed after it had failed, or the other way round; one turn is a change, two are flaky.</param>
    /// <param name="Retried">How often it passed only when it was tried again.</param>
    public sealed record Entry(int TestCaseId, string TestName, string TestType, string? Environment, int Runs, int Turns, int Retried);

    public async Task<Result<IReadOnlyList<Entry>>> HandleAsync(int suiteId, CancellationToken ct)
    {
        if (await SuiteOwners.ProjectOfAsync(source, suiteId, ct) is null) return Unknown.Suite(suiteId);
        await using var command = source.CreateCommand(Sql);
        command.Parameters.AddWithValue(suiteId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var entries = new List<Entry>();
        while (await reader.ReadAsync(ct))
        {
            entries.Add(new Entry(
                reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6)));
        }

        return entries;
    }
}

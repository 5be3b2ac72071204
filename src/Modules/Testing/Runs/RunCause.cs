using Alicerce.Engine.Reporting;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Failures of a run that share one cause: "12 failures, 2 causes".</summary>
/// <param name="Title">The reason in words.</param>
/// <param name="Message">That of its first result.</param>
/// <param name="Curl">A line that reproduces the first result; null when nothing was sent.</param>
internal sealed record RunCause(string CauseKey, string? Reason, string Title, int Count, string? Message, string? Curl, IReadOnlyList<long> SampleResultIds)
{
    private const int MostCauses = 200;

    private static readonly string Sql = $"""
        WITH bad AS (
            SELECT coalesce(t.cause_key, t.reason, '') AS cause_key, count(*)::int AS count, min(t.reason) AS reason, (array_agg(t.id ORDER BY t.id))[1:5] AS samples
            FROM testing.test_results t
            WHERE t.run_id = $1 AND t.run_day = ({ResultItem.RunDay}) AND t.is_final AND t.status IN ('failed', 'error')
            GROUP BY 1 ORDER BY count(*) DESC, min(t.id) LIMIT {MostCauses})
        SELECT bad.cause_key, bad.reason, bad.count, coalesce(first.error_message, first.message),
            (SELECT step->'request'->>'curl' FROM jsonb_array_elements(first.response_json->'steps') WITH ORDINALITY AS steps (step, place)
             WHERE step->'request' IS NOT NULL ORDER BY place DESC LIMIT 1),
            bad.samples
        FROM bad JOIN testing.test_results first ON first.run_day = ({ResultItem.RunDay}) AND first.id = bad.samples[1]
        ORDER BY bad.count DESC, bad.samples[1]
        """;

    /// <summary>The most frequent first, 200 at most.</summary>
    public static async Task<List<RunCause>> ReadAsync(NpgsqlDataSource source, int runId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.AddWithValue(runId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var causes = new List<RunCause>();
        while (await reader.ReadAsync(ct))
        {
            var reason = reader.IsDBNull(1) ? null : reader.GetString(1);
            causes.Add(new RunCause(
                reader.GetString(0), reason, ReasonTexts.Of(reason), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetFieldValue<long[]>(5)));
        }

        return causes;
    }
}

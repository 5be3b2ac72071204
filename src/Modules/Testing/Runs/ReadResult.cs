using Alicerce.Engine.Running;
using Alicerce.Platform.Web.Answers;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>One result with every step as it was sent and answered, and the attempts beside it (T004-48).</summary>
internal sealed class ReadResult(NpgsqlDataSource source)
{
    private static readonly string Sql = $"""
        SELECT {ResultItem.Columns}, t.run_id, t.is_final, t.started_at, t.finished_at, t.response_json::text, t.assertion_results_json::text, c.key,
            (SELECT array_agg(a.id ORDER BY a.attempt) FROM testing.test_results a WHERE a.run_day = t.run_day AND a.run_id = t.run_id AND a.test_case_id = t.test_case_id)
        FROM {ResultItem.From} WHERE t.id = $1
        """;

    /// <param name="Steps">Empty exchanges where none was kept: those of failures always are, those of passed cases in a sample.</param>
    /// <param name="AttemptIds">Results of the same case in the same run, by attempt.</param>
    public sealed record Response(
        long Id, int RunId, int TestCaseId, string Key, string TestName, string TestType, string Status, double DurationMs, string? Error, string? Reason, string? CauseKey,
        int Attempt, bool IsFinal, bool Flaky, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<ResultStep> Steps, IReadOnlyList<long> AttemptIds);

    /// <param name="Curl">Reproduces the request; secrets are shell variables.</param>
    public sealed record ResultStep(
        string? Name, double DurationMs, RequestSnapshot? Request, ResponseSnapshot? Response, IReadOnlyList<AssertionResult> Assertions, string? Curl);

    public async Task<Result<Response>> HandleAsync(long resultId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.AddWithValue(resultId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return Unknown.Result(resultId);
        var r = ResultItem.Read(reader);
        var steps = StoredSteps.Read(reader.IsDBNull(15) ? null : reader.GetString(15), reader.IsDBNull(16) ? null : reader.GetString(16));
        return new Response(
            r.Id, reader.GetInt32(11), r.TestCaseId, reader.GetString(17), r.TestName, r.TestType, r.Status, r.DurationMs, r.Error, r.Reason, r.CauseKey, r.Attempt,
            reader.GetBoolean(12), r.Flaky, Time(reader, 13), Time(reader, 14),
            [.. steps.Select(s => new ResultStep(s.Name, s.Duration.TotalMilliseconds, s.Request, s.Response, s.Assertions, s.Request?.Curl))], reader.GetFieldValue<long[]>(18));
    }

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}

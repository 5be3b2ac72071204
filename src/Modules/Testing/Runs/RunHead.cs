using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>A run as it is shown everywhere: lists, details, events.</summary>
/// <param name="Total">Cases that the run has; those done so far are <paramref name="Passed"/> + <paramref name="Failed"/> + <paramref name="Skipped"/> + <paramref name="Errors"/>.</param>
/// <param name="Message">Why a run without a verdict has none: <c>cancelled</c>, no case, lost workers.</param>
/// <param name="IsCancelled">Somebody cancelled it.</param>
internal sealed record RunHead(
    int Id, int SuiteId, string Suite, int? EnvironmentId, string? Environment, string BaseUrl, string Status, string TriggeredBy, int Seed, int Total, int Passed, int Failed,
    int Skipped, int Errors, int Flaky, int FindingsConfirmed, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, long? DurationMs, string? Message,
    bool IsCancelled)
{
    /// <summary>What <see cref="Read"/> wants, in its order, from <c>testing.test_runs r</c>.</summary>
    public const string Columns = """
        r.id, r.suite_id, r.suite_name, r.environment_id, r.environment_name, r.base_url, r.status, r.triggered_by, r.seed, r.total_tests, r.passed, r.failed, r.skipped,
        r.errors, r.flaky, r.findings_confirmed, r.started_at, r.finished_at, r.duration_ms, r.message, r.cancel_requested
        """;

    public static RunHead Read(NpgsqlDataReader reader) => new(
        reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetString(4),
        reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetInt32(8), reader.GetInt32(9), reader.GetInt32(10), reader.GetInt32(11), reader.GetInt32(12),
        reader.GetInt32(13), reader.GetInt32(14), reader.GetInt32(15), Time(reader, 16), Time(reader, 17), reader.IsDBNull(18) ? null : reader.GetInt64(18),
        reader.IsDBNull(19) ? null : reader.GetString(19), reader.GetBoolean(20));

    /// <returns>Null when there is no such run.</returns>
    public static async Task<RunHead?> FindAsync(NpgsqlDataSource source, int runId, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"SELECT {Columns} FROM testing.test_runs r WHERE r.id = $1");
        command.Parameters.AddWithValue(runId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}

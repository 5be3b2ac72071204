using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Web.Answers;
using Npgsql;

namespace Alicerce.Modules.Testing.History;

/// <summary>How a suite did lately, the newest run first (S004-RUN-13).</summary>
internal sealed class SuiteHistory(NpgsqlDataSource source)
{
    private const int DefaultLimit = 20;
    private const int LargestLimit = 100;

    public sealed record Entry(
        int RunId, string? Environment, string Status, int Passed, int Failed, int Skipped, int Errors, int Total, long? DurationMs, DateTimeOffset? StartedAt,
        DateTimeOffset? FinishedAt);

    public async Task<Result<IReadOnlyList<Entry>>> HandleAsync(int suiteId, int? limit, CancellationToken ct)
    {
        if (limit is < 1 or > LargestLimit) return Problem.Invalid("limit", "out_of_range", $"limit is a number from 1 to {LargestLimit}.");
        if (await SuiteOwners.ProjectOfAsync(source, suiteId, ct) is null) return Unknown.Suite(suiteId);
        await using var command = source.CreateCommand($"SELECT {RunHead.Columns} FROM testing.test_runs r WHERE r.suite_id = $1 ORDER BY r.id DESC LIMIT $2");
        command.Parameters.AddWithValue(suiteId);
        command.Parameters.AddWithValue(limit ?? DefaultLimit);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var entries = new List<Entry>();
        while (await reader.ReadAsync(ct))
        {
            var r = RunHead.Read(reader);
            entries.Add(new Entry(r.Id, r.Environment, r.Status, r.Passed, r.Failed, r.Skipped, r.Errors, r.Total, r.DurationMs, r.StartedAt, r.FinishedAt));
        }

        return entries;
    }
}

using System.Runtime.CompilerServices;
using Alicerce.Engine.Cases;
using Npgsql;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Reads the active cases of a run's suite in their order (S004-RUN-02), page by page.</summary>
internal static class RunCases
{
    private const string Active = "c.suite_id = $1 AND c.is_active AND c.deleted_at IS NULL";

    /// <summary>What, divided by the number of shards, leaves a case's shard: load cases share the first, because they press one after another.</summary>
    public const string OfShard = "CASE c.test_type WHEN 'load' THEN 0 ELSE c.id END";

    /// <summary>How many cases a run with these choices has.</summary>
    public static async Task<int> CountAsync(NpgsqlDataSource source, int suiteId, RunChoices choices, CancellationToken ct)
    {
        if (choices.IsSelective)
        {
            var filter = choices.ToFilter();
            return await PagesAsync(source, "", [suiteId], 1_000, ct).CountAsync(found => filter.Includes(found.Case), ct);
        }

        await using var command = source.CreateCommand($"SELECT count(*)::int FROM testing.test_cases c WHERE {Active}");
        command.Parameters.AddWithValue(suiteId);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The cases of one shard that have no final result yet.</summary>
    public static async IAsyncEnumerable<(int Id, TestCase Case)> ReadAsync(
        NpgsqlDataSource source, RunRow run, int shard, int pageSize, [EnumeratorCancellation] CancellationToken ct)
    {
        // Asked once: only earlier workers of this shard can have ended cases of it, and joined to each page it would be read again and again.
        var done = await DoneAsync(source, run, ct);
        await foreach (var found in PagesAsync(source, $"AND {OfShard} % $5 = $6", [run.SuiteId, run.Shards, shard], pageSize, ct))
            if (!done.Contains(found.Id)) yield return found;
    }

    private static async Task<HashSet<int>> DoneAsync(NpgsqlDataSource source, RunRow run, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT test_case_id FROM testing.test_results WHERE run_day = $1 AND run_id = $2 AND is_final");
        command.Parameters.AddWithValue(run.Day);
        command.Parameters.AddWithValue(run.Id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var done = new HashSet<int>();
        while (await reader.ReadAsync(ct)) done.Add(reader.GetInt32(0));
        return done;
    }

    /// <param name="arguments">$1, then $5 and on: $2 to $4 are the place and the size of the page.</param>
    private static async IAsyncEnumerable<(int Id, TestCase Case)> PagesAsync(
        NpgsqlDataSource source, string condition, object[] arguments, int pageSize, [EnumeratorCancellation] CancellationToken ct)
    {
        var sql = $"""
            SELECT c.id, c."order", {StoredCases.Columns} FROM testing.test_cases c
            WHERE {Active} AND (c."order", c.id) > ($2, $3) {condition}
            ORDER BY c."order", c.id LIMIT $4
            """;
        var (order, id) = (int.MinValue, 0);
        var page = new List<(int Id, TestCase Case)>(pageSize);
        do
        {
            page.Clear();
            await using (var command = source.CreateCommand(sql))
            {
                foreach (var argument in (object[])[arguments[0], order, id, pageSize, .. arguments[1..]]) command.Parameters.AddWithValue(argument);
                await using var reader = await command.ExecuteReaderAsync(ct);
                while (await reader.ReadAsync(ct))
                {
                    (id, order) = (reader.GetInt32(0), reader.GetInt32(1));
                    page.Add((id, StoredCases.Read(reader, 2)));
                }
            }

            foreach (var found in page) yield return found;
        }
        while (page.Count == pageSize);
    }
}

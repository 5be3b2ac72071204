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
    public static IAsyncEnumerable<(int Id, TestCase Case)> ReadAsync(NpgsqlDataSource source, RunRow run, int shard, int pageSize, CancellationToken ct)
    {
        const string Open = $"""
            AND {OfShard} % $5 = $6
            AND NOT EXISTS (SELECT FROM testing.test_results r WHERE r.run_day = $7 AND r.run_id = $8 AND r.test_case_id = c.id AND r.is_final)
            """;
        return PagesAsync(source, Open, [run.SuiteId, run.Shards, shard, run.Day, run.Id], pageSize, ct);
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

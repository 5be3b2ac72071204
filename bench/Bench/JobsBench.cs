using Alicerce.Demo;
using Alicerce.Platform.Data;
using Npgsql;

namespace Alicerce.Bench;

/// <summary>
/// Trivial jobs a second through the whole queue (enqueue, claim, run, finish) beside pgbench running the same statements, on an empty table and
/// on one with a million jobs for later and 100,000 dead ones, with fsync off and on.
/// </summary>
internal static class JobsBench
{
    private const int Singles = 30_000;
    private const int Batched = 200_000;
    private const int LargestBatch = 100;

    private const string Fill = """
        INSERT INTO platform.jobs (type, args, priority, run_at, max_attempts, attempts, fence, cancel_requested, progress_done, state, finished_at)
        SELECT 'bench', '1', 0, CASE WHEN i > 100000 THEN now() + interval '1 day' + i * interval '1 ms' ELSE now() END, 5, 0, 0, false, 0,
            CASE WHEN i > 100000 THEN 'queued' ELSE 'dead' END, CASE WHEN i > 100000 THEN NULL ELSE now() END
        FROM generate_series(1, 1100000) i
        """;

    private sealed record Row(string Name, double PgBench, JobsRun Run, int Wanted);

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        List<Row> rows = [];
        foreach (var isDurable in new[] { false, true })
        {
            await using var cluster = await ShopCluster.StartAsync(Path.Combine(place.Folder, isDurable ? "durable" : "fast"), isDurable, CancellationToken.None);
            await cluster.CreateDatabaseAsync("jobs", CancellationToken.None);
            var address = new DatabaseAddress(cluster.ConnectionString("jobs"), cluster.ConnectionString("jobs"));
            await new Migrator(address, [PlatformDb.ForMigrations]).UpAsync(CancellationToken.None);
            var fsync = isDurable ? "fsync on" : "fsync off";
            rows.AddRange(await MeasureAsync(address, fsync));
            await ExecuteAsync(address, Fill);
            rows.AddRange(await MeasureAsync(address, $"{fsync}, 1M later + 100k dead"));
        }

        Print(rows);
        return rows.TrueForAll(row => row.Run.IsComplete) ? 0 : 1;
    }

    private static async Task<List<Row>> MeasureAsync(DatabaseAddress address, string name)
    {
        var pgBench = await PgBench.LocateAsync(address.AppConnectionString);
        List<Row> rows = [];
        foreach (var size in new[] { 1, LargestBatch })
        {
            await ExecuteAsync(address, "DELETE FROM platform.jobs WHERE state = 'succeeded'");
            await ExecuteAsync(address, "VACUUM ANALYZE platform.jobs");
            var baseline = await pgBench.RunAsync(size);
            await ExecuteAsync(address, "DELETE FROM platform.jobs WHERE state IN ('succeeded', 'running') OR state = 'queued' AND run_at < now()");
            await ExecuteAsync(address, "VACUUM ANALYZE platform.jobs");
            var run = await JobsRun.MeasureAsync(address, size == 1 ? Singles : Batched, size);
            await Console.Error.WriteLineAsync($"{name}, {size}: {run} beside {baseline:F0}");
            rows.Add(new Row($"{name}, {(size == 1 ? "one by one" : $"in batches of {size}")}", baseline, run, size == 1 ? 3_000 : 15_000));
        }

        return rows;
    }

    private static void Print(List<Row> rows)
    {
        Console.WriteLine();
        Console.WriteLine("## Jobs: enqueue, claim, run and finish, PostgreSQL on the same two cores, 32 at work at a time (100 in batches)");
        Console.WriteLine();
        Console.WriteLine("| | jobs/s | to reach (fsync off) | pgbench, same statements | % of pgbench | our processor µs a job | calls/s | wake-up p50 ms | p99 ms |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, pgBench, run, wanted) in rows)
            Console.WriteLine($"| {name} | {run.JobsPerSecond:N0} | {wanted:N0} | {pgBench:N0} | {100 * run.JobsPerSecond / pgBench:F0} | {run.Processor:F0} | {run.CallsPerSecond:F0} | {run.WakeUpMedian:F1} | {run.WakeUpWorst:F1} |");
    }

    private static async Task ExecuteAsync(DatabaseAddress address, string sql)
    {
        await using var connection = new NpgsqlConnection(address.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}

using System.Diagnostics;
using System.Globalization;
using Alicerce.Platform.Redis;

namespace Alicerce.Bench;

/// <summary>Our Redis client beside redis-benchmark on the same server, 3-byte values. One connection merges calls, which 50 connections cannot: the rows show shape, not a race.</summary>
internal static class RedisBench
{
    private const int Runs = 3;
    private const int Window = 10_000;
    private static readonly byte[] s_value = "abc"u8.ToArray();

    public static async Task<int> RunAsync()
    {
        using var redis = await BenchRedis.StartAsync();
        await using var client = redis.Connect();
        Console.WriteLine();
        Console.WriteLine($"## Redis client: requests a second, median of {Runs}");
        Console.WriteLine();
        Console.WriteLine("| | redis-benchmark SET | client SET | redis-benchmark GET | client GET |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        await PrintAsync("50 in flight (the tool: 50 connections)", redis, ["-c", "50"], 200_000, (set, count) => InFlightAsync(client, set, count, 50));
        await PrintAsync("pipelined (the tool: one connection, depth 50; client: 10,000 queued at once)", redis, ["-c", "1", "-P", "50"], 1_000_000, (set, count) => QueuedAsync(client, set, count));
        await PrintAsync("one at a time", redis, ["-c", "1"], 30_000, (set, count) => InFlightAsync(client, set, count, 1));
        return 0;
    }

    private static async Task PrintAsync(string name, BenchRedis redis, string[] toolArguments, int count, Func<bool, int, Task> run)
    {
        List<double> cells = [];
        foreach (var set in new[] { true, false })
        {
            List<double> tool = [], ours = [];
            await run(set, count / 10);
            for (var i = 0; i < Runs; i++)
            {
                tool.Add(await ToolAsync(redis, set, count, toolArguments));
                var watch = Stopwatch.StartNew();
                await run(set, count);
                ours.Add(count / watch.Elapsed.TotalSeconds);
            }

            cells.AddRange([tool.Order().ElementAt(Runs / 2), ours.Order().ElementAt(Runs / 2)]);
        }

        Console.WriteLine($"| {name} | {string.Join(" | ", cells.Select(cell => cell.ToString("N0", CultureInfo.InvariantCulture)))} |");
    }

    private static async Task<double> ToolAsync(BenchRedis redis, bool set, int count, string[] arguments)
    {
        var measured = await Measured.RunAsync("redis-benchmark", ["-p", $"{redis.Port}", "-t", set ? "set" : "get", "-n", $"{count}", "-d", "3", "--csv", .. arguments]);
        var line = measured.Output.Split('\n').First(l => l.StartsWith(set ? "\"SET\"" : "\"GET\"", StringComparison.Ordinal));
        return double.Parse(line.Split(',')[1].Trim('"'), CultureInfo.InvariantCulture);
    }

    private static Task InFlightAsync(RedisClient client, bool set, int count, int callers) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < count / callers; i++) await CallAsync(client, set);
        })));

    private static async Task QueuedAsync(RedisClient client, bool set, int count)
    {
        var calls = new Task<RedisReply>[Window];
        for (var done = 0; done < count; done += Window)
        {
            for (var i = 0; i < Window; i++) calls[i] = CallAsync(client, set);
            await Task.WhenAll(calls);
        }
    }

    private static Task<RedisReply> CallAsync(RedisClient client, bool set) =>
        set ? client.CallAsync(["SET", "key:bench", s_value], CancellationToken.None) : client.CallAsync(["GET", "key:bench"], CancellationToken.None);
}

using System.Diagnostics;
using System.Globalization;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Redis;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alicerce.Bench;

/// <summary>What a hit of the cache costs: in this process, and from Redis beside a bare GET of the same bytes.</summary>
internal static class CacheBench
{
    private const int Batches = 1_000;
    private const int InProcessBatch = 1_000;
    private const int RedisBatch = 20;
    private const int WarmUp = 100;
    private static readonly TimeSpan s_ttl = TimeSpan.FromMinutes(30);
    private static readonly CacheKey s_key = CacheKey.Of("bench", "doctor", 42);
    private static readonly string[] s_tags = ["doctors"];

    public static async Task<int> RunAsync()
    {
        using var redis = await BenchRedis.StartAsync();
        await using var client = redis.Connect();
        await using var cache = new Cache(new CacheOptions(), client, TimeProvider.System, NullLogger<Cache>.Instance);
        // Another process's, which has none of the values yet: each of its hits comes from Redis.
        await using var other = new Cache(new CacheOptions { RedisTimeout = TimeSpan.FromSeconds(30) }, client, TimeProvider.System, NullLogger<Cache>.Instance);
        var keys = Enumerable.Range(0, (Batches + WarmUp) * RedisBatch).Select(i => CacheKey.Of("bench", "doctor", i)).ToArray();
        foreach (var key in keys) await AskAsync(cache, key);
        var (gets, asks) = (0, 0);

        var known = await MedianAsync(InProcessBatch, () => AskAsync(cache, s_key));
        var built = await MedianAsync(InProcessBatch, () => AskAsync(cache, CacheKey.Of("bench", "doctor", 42)));
        var (bare, shared) = await InTurnsAsync(() => BareAsync(client, keys[gets++]), () => AskAsync(other, keys[asks++]));
        Console.WriteLine();
        Console.WriteLine($"## Cache hits, median of {Batches:N0} batches");
        Console.WriteLine();
        Console.WriteLine("| | µs | to reach |");
        Console.WriteLine("| --- | --- | --- |");
        Console.WriteLine($"| in process | {Format(known)} | < 1 |");
        Console.WriteLine($"| in process, key built for the call | {Format(built)} | |");
        Console.WriteLine($"| bare GET of our client | {Format(bare)} | |");
        Console.WriteLine($"| from Redis, one tag | {Format(shared)} | ≤ 1.3 times the bare call: {(shared / bare).ToString("F2", CultureInfo.InvariantCulture)} |");
        return 0;
    }

    private static async ValueTask AskAsync(Cache cache, CacheKey key)
    {
        var doctor = await cache.GetOrCreateAsync(key, s_ttl, s_tags, static _ => ValueTask.FromResult(new Doctor(42, "Ana Souza", "+5511999990000", "cardiologia")), CancellationToken.None);
        if (doctor.Id != 42) throw new InvalidOperationException("the cache gave another doctor");
    }

    private static async ValueTask BareAsync(RedisClient client, CacheKey key)
    {
        if ((await client.CallAsync(["GET", key.ToString()], CancellationToken.None)).Bytes is null) throw new InvalidOperationException("nothing is in Redis");
    }

    private static async Task<double> MedianAsync(int batch, Func<ValueTask> call)
    {
        for (var i = 0; i < 20; i++) await BatchAsync(batch, call);
        List<double> all = [];
        for (var i = 0; i < Batches; i++) all.Add(await BatchAsync(batch, call));
        return all.Order().ElementAt(Batches / 2);
    }

    // One after the other in each round, so that what else the machine does meets both.
    private static async Task<(double First, double Second)> InTurnsAsync(Func<ValueTask> first, Func<ValueTask> second)
    {
        List<double> firsts = [], seconds = [];
        for (var i = -WarmUp; i < Batches; i++)
        {
            var (one, two) = (await BatchAsync(RedisBatch, first), await BatchAsync(RedisBatch, second));
            if (i < 0) continue;
            firsts.Add(one);
            seconds.Add(two);
        }

        return (firsts.Order().ElementAt(Batches / 2), seconds.Order().ElementAt(Batches / 2));
    }

    private static async Task<double> BatchAsync(int calls, Func<ValueTask> call)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < calls; i++) await call();
        return watch.Elapsed.TotalMicroseconds / calls;
    }

    private static string Format(double microseconds) => microseconds.ToString("F3", CultureInfo.InvariantCulture);

    private sealed record Doctor(int Id, string Name, string Phone, string Specialty);
}

using System.Diagnostics;
using Alicerce.Harness;
using Alicerce.Platform.Caching;
using Alicerce.Platform.Tests.Redis;

namespace Alicerce.Platform.Tests.Caching;

/// <summary>The caches of several processes over one Redis: each has its own client and shares nothing else.</summary>
public sealed class SharedCacheTests : RedisTest
{
    private static readonly TimeSpan s_ttl = TimeSpan.FromMinutes(5);
    private static readonly CacheKey s_key = CacheKey.Of("core", "user", 42);

    // A busy machine may hold a call up; only what is lost shall count as lost.
    private static readonly CacheOptions s_patient = new() { RedisTimeout = TimeSpan.FromSeconds(10), WaitForOthers = TimeSpan.FromSeconds(20) };
    private int _made;

    [Fact]
    [Trait("Trap", "T001-59")]
    public async Task A_thousand_misses_in_two_processes_at_once_are_one_call_of_the_factory()
    {
        await using var one = Process(s_patient);
        await using var other = Process(s_patient);
        var asked = Enumerable.Range(0, 2_000).Select(i => Task.Run(
            () => (i % 2 == 0 ? one : other).GetOrCreateAsync(s_key, s_ttl, ["users"], async _ =>
            {
                Interlocked.Increment(ref _made);
                // Long enough for the other process to come and find the lock taken.
                await Eventually.BecomesTrueAsync(async () => (await Server.AskAsync("GET", "lock:cache:core:user:42")).Length > 0, "the lock is there", Ct);
                return "Ana";
            }, Ct).AsTask(),
            Ct));
        (await Task.WhenAll(asked)).ShouldAllBe(name => name == "Ana");
        _made.ShouldBe(1);
        (await Server.AskAsync("EXISTS", "lock:cache:core:user:42")).ShouldBe("0", "the lock was given back");
    }

    [Fact]
    [Trait("Req", "S001-RED-02")]
    public async Task A_value_lies_under_its_key_for_its_time_and_serves_another_process()
    {
        await using var one = Process(s_patient);
        await AskAsync(one);
        int.Parse(await Server.AskAsync("TTL", "cache:core:user:42")).ShouldBeInRange(260, 300);
        await using var other = Process(s_patient);
        (await AskAsync(other)).ShouldBe("Ana 1");
        _made.ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "S001-RED-03")]
    public async Task A_list_lies_under_the_hash_of_its_arguments()
    {
        await using var cache = Process(s_patient);
        var key = CacheKey.List("core", "products", "chair", 2);
        await cache.GetOrCreateAsync(key, TimeSpan.FromMinutes(2), [], _ => ValueTask.FromResult<int[]>([1, 2, 3]), Ct);
        int.Parse(await Server.AskAsync("TTL", key.ToString())).ShouldBeInRange(100, 120);
    }

    [Fact]
    [Trait("Req", "S001-RED-11")]
    [Trait("Req", "S001-RED-08")]
    public async Task An_invalidation_reaches_every_process_and_searches_for_no_key()
    {
        await using var one = Process(s_patient);
        await using var other = Process(s_patient);
        await AskAsync(one);
        await AskAsync(other);
        _made.ShouldBe(1);

        await one.InvalidateAsync("users", Ct);
        (await AskAsync(one)).ShouldBe("Ana 2");
        await Eventually.BecomesTrueAsync(async () => await AskAsync(other) == "Ana 2", "the other process has the new value", Ct);

        await other.RemoveAsync(s_key, Ct);
        (await AskAsync(other)).ShouldBe("Ana 3");
        await Eventually.BecomesTrueAsync(async () => await AskAsync(one) == "Ana 3", "the first process has the newest value", Ct);
        var commands = await Server.AskAsync("INFO", "commandstats");
        commands.ShouldNotContain("cmdstat_keys");
        commands.ShouldNotContain("cmdstat_scan");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_another_process_made_from_data_that_changed_meanwhile_is_never_read_from_redis(bool byTag)
    {
        await using var slow = Process(s_patient);
        await using var other = Process(s_patient);
        var (started, gate) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var old = slow.GetOrCreateAsync(s_key, s_ttl, ["users"], async _ =>
        {
            started.SetResult();
            await gate.Task;
            return "old";
        }, Ct).AsTask();
        await started.Task;
        await (byTag ? other.InvalidateAsync("users", Ct) : other.RemoveAsync(s_key, Ct));
        gate.SetResult();
        (await old).ShouldBe("old");
        await using var third = Process(s_patient);
        (await AskAsync(third)).ShouldBe("Ana 1");
        await Eventually.BecomesTrueAsync(async () => await AskAsync(slow) == "Ana 1", "nor does the slow process keep it", Ct);
    }

    [Fact]
    public async Task A_redis_that_forgot_an_invalidation_does_not_bring_the_old_value_back()
    {
        await using var one = Process(s_patient);
        await AskAsync(one);
        var entry = await Connect().CallAsync(["GET", s_key.ToString()], Ct);
        await one.InvalidateAsync("users", Ct);
        // As if it had evicted the tag and kept the value.
        await Server.AskAsync("DEL", "cache:tag:users");
        await Connect().CallAsync(["SET", s_key.ToString(), entry.Bytes!], Ct);
        await using var other = Process(s_patient);
        (await AskAsync(other)).ShouldBe("Ana 2");
    }

    [Theory]
    [Trait("Trap", "T001-59")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Redis_killed_or_paused_and_back_fails_no_call_and_what_was_invalidated_meanwhile_stays_so(bool kill)
    {
        await using var one = new Cache(new CacheOptions(), Connect(options => options), TimeProvider.System, new RecordingLog<Cache>());
        await using var other = new Cache(new CacheOptions(), Connect(options => options), TimeProvider.System, new RecordingLog<Cache>());
        await AskAsync(one);
        await AskAsync(other);
        if (kill) await Server.KillAsync();
        else Server.Pause();

        for (var i = 0; i < 200; i++) await one.GetOrCreateAsync(CacheKey.Of("core", "price", i), s_ttl, [], _ => ValueTask.FromResult(i), Ct);
        var clock = Stopwatch.StartNew();
        for (var i = 200; i < 1_200; i++) (await one.GetOrCreateAsync(CacheKey.Of("core", "price", i), s_ttl, [], _ => ValueTask.FromResult(i), Ct)).ShouldBe(i);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), "a Redis known to be away is not waited for");
        await one.InvalidateAsync("users", Ct);
        var latest = await AskAsync(one);

        if (kill) await Server.StartAgainAsync(Ct);
        else Server.Resume();
        await Eventually.BecomesTrueAsync(async () => await AskAsync(other) != "Ana 1", "the other process has heard of it", Ct);
        (await AskAsync(one)).ShouldNotBe("Ana 1");
        latest.ShouldNotBe("Ana 1");
    }

    [Fact]
    public async Task After_a_lost_connection_nothing_in_the_process_is_trusted_because_messages_were_missed()
    {
        await using var cache = Process(s_patient);
        await AskAsync(cache);
        await Server.KillAsync();
        await Server.StartAgainAsync(Ct);
        await Eventually.BecomesTrueAsync(async () => await AskAsync(cache) == "Ana 2", "the value was made anew", Ct);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_or_whose_clock_differs_holds_nobody_up()
    {
        await using var one = Process(s_patient);
        await AskAsync(one);
        var length = int.Parse(await Server.AskAsync("STRLEN", s_key.ToString()));
        await Server.AskAsync("SETRANGE", s_key.ToString(), $"{length - 1}", "!");
        var clock = Stopwatch.StartNew();
        await using var other = Process(s_patient);
        (await AskAsync(other)).ShouldBe("Ana 2");

        await other.RemoveAsync(s_key, Ct);
        await AskAsync(one);
        var ahead = new ForwardClock();
        ahead.Forward(TimeSpan.FromHours(1));
        await using var third = new Cache(s_patient, Connect(), ahead, new RecordingLog<Cache>());
        (await AskAsync(third)).ShouldBe("Ana 3");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15), "nobody waited for a lock");
    }

    [Fact]
    public async Task A_process_that_died_while_making_a_value_holds_the_others_up_for_a_while_only()
    {
        await Server.AskAsync("SET", "lock:cache:core:user:42", "dead", "PX", "30000");
        await using var cache = Process(s_patient with { WaitForOthers = TimeSpan.FromMilliseconds(300) });
        (await AskAsync(cache)).ShouldBe("Ana 1");
        (await Server.AskAsync("GET", "lock:cache:core:user:42")).ShouldBe("dead", "a lock is given back by its owner only");
        (await Server.AskAsync("EXISTS", "cache:core:user:42")).ShouldBe("0", "who has no lock writes nothing for all");
    }

    [Fact]
    public async Task A_failed_factory_gives_its_lock_back()
    {
        await using var cache = Process(s_patient);
        await Should.ThrowAsync<IOException>(cache.GetOrCreateAsync<string>(s_key, s_ttl, [], _ => throw new IOException("gone"), Ct).AsTask());
        (await Server.AskAsync("EXISTS", "lock:cache:core:user:42")).ShouldBe("0");
    }

    [Fact]
    public async Task Who_lost_the_lock_while_making_a_value_neither_writes_it_for_all_nor_releases_the_next_ones_lock()
    {
        await using var cache = Process(s_patient with { LockLife = TimeSpan.FromMilliseconds(50) });
        foreach (var fails in new[] { false, true })
        {
            var asked = cache.GetOrCreateAsync(s_key, s_ttl, [], async _ =>
            {
                await Eventually.BecomesTrueAsync(async () => await Server.AskAsync("SET", "lock:cache:core:user:42", "next", "NX") == "OK", "the lock has ended", Ct);
                return fails ? throw new IOException("gone") : "late";
            }, Ct).AsTask();
            if (fails) await Should.ThrowAsync<IOException>(asked);
            else (await asked).ShouldBe("late");
            (await Server.AskAsync("GET", "lock:cache:core:user:42")).ShouldBe("next");
            (await Server.AskAsync("EXISTS", "cache:core:user:42")).ShouldBe("0");
            await cache.RemoveAsync(s_key, Ct);
        }
    }

    [Fact]
    [Trait("Trap", "T001-58")]
    public async Task A_hit_from_redis_has_the_type_of_the_miss_and_another_type_is_a_miss()
    {
        await using var one = Process(s_patient);
        var made = await one.GetOrCreateAsync(s_key, s_ttl, [], _ => ValueTask.FromResult(new Order(7, [("chair", 2)], DateTimeOffset.UnixEpoch)), Ct);
        await using var other = Process(s_patient);
        var read = await other.GetOrCreateAsync<Order>(s_key, s_ttl, [], _ => throw new InvalidOperationException("it is in Redis"), Ct);
        (read.Id, read.Lines.Single(), read.At).ShouldBe((made.Id, made.Lines.Single(), made.At));
        await using var third = Process(s_patient);
        (await third.GetOrCreateAsync(s_key, s_ttl, [], _ => ValueTask.FromResult(new Draft(8, [], DateTimeOffset.UnixEpoch)), Ct)).Id.ShouldBe(8, "although its JSON would fit");
    }

    private Cache Process(CacheOptions options) => new(options, Connect(), TimeProvider.System, new RecordingLog<Cache>());

    private ValueTask<string> AskAsync(Cache cache) => cache.GetOrCreateAsync(s_key, s_ttl, ["users"], _ => ValueTask.FromResult($"Ana {Interlocked.Increment(ref _made)}"), Ct);

    private sealed record Order(int Id, List<(string Name, int Count)> Lines, DateTimeOffset At);

    private sealed record Draft(int Id, List<(string Name, int Count)> Lines, DateTimeOffset At);
}

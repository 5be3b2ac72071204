using System.Threading.RateLimiting;
using Alicerce.Platform.Limits;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Tests.Redis;

namespace Alicerce.Platform.Tests.Limits;

public sealed class RedisRateLimiterTests : RedisTest
{
    // A busy machine may hold a call up; only a Redis that is away shall count as away.
    private static readonly RateLimit s_limit = new(100, TimeSpan.FromMinutes(1)) { Patience = TimeSpan.FromSeconds(10) };

    [Fact]
    [Trait("Req", "S001-RED-05")]
    public async Task Two_processes_share_one_limit_and_the_key_says_who_and_where()
    {
        using var one = Limiter(Connect());
        using var other = Limiter(Connect());
        var leases = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).AcquireAsync("1.2.3.4", 1, Ct).AsTask(), Ct)));
        leases.Count(lease => lease.IsAcquired).ShouldBe(100);
        (await one.AcquireAsync("1.2.3.5", 1, Ct)).IsAcquired.ShouldBeTrue("another address has its own");
        int.Parse(await Server.AskAsync("TTL", "rate:1.2.3.4:/api/login")).ShouldBeInRange(1, 60);

        var refused = leases.First(lease => !lease.IsAcquired);
        refused.TryGetMetadata(MetadataName.RetryAfter, out var wait).ShouldBeTrue();
        wait.ShouldBeInRange(TimeSpan.FromMilliseconds(1), s_limit.Window);
        refused.TryGetMetadata(RateLease.Remaining, out var remaining).ShouldBeTrue();
        remaining.ShouldBe(0);
        refused.TryGetMetadata(RateLease.Limit, out var limit).ShouldBeTrue();
        limit.ShouldBe(100);
    }

    [Fact]
    public async Task No_stretch_of_time_as_long_as_the_window_sees_more_than_the_limit()
    {
        using var limiter = new RedisRateLimiter(Connect(), "rate:test", s_limit with { Permits = 5, Window = TimeSpan.FromMilliseconds(400) }, TimeProvider.System);
        List<(TimeSpan Before, TimeSpan After)> passed = [];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(2))
        {
            var before = clock.Elapsed;
            if ((await limiter.AcquireAsync(1, Ct)).IsAcquired) passed.Add((before, clock.Elapsed));
        }

        for (var i = 5; i < passed.Count; i++) (passed[i].After - passed[i - 5].Before).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(399));
        passed.Count.ShouldBeGreaterThan(10, "what has left the window is free again");
    }

    [Fact]
    public async Task Retry_after_is_when_it_works_again()
    {
        using var limiter = new RedisRateLimiter(Connect(), "rate:test", s_limit with { Permits = 2, Window = TimeSpan.FromMilliseconds(500) }, TimeProvider.System);
        for (var i = 0; i < 2; i++) (await limiter.AcquireAsync(1, Ct)).IsAcquired.ShouldBeTrue();
        var refused = await limiter.AcquireAsync(1, Ct);
        refused.TryGetMetadata(MetadataName.RetryAfter, out var wait).ShouldBeTrue();
        await Task.Delay(wait + TimeSpan.FromMilliseconds(2), Ct);
        (await limiter.AcquireAsync(1, Ct)).IsAcquired.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_redis_each_process_counts_for_itself_and_no_call_fails(bool kill)
    {
        var client = Connect();
        using var one = PartitionedRateLimiter.Create<string, string>(address => new RateLimit(100, TimeSpan.FromMinutes(1)).For(address, "/api/login", client, TimeProvider.System));
        (await one.AcquireAsync("1.2.3.4", 1, Ct)).IsAcquired.ShouldBeTrue();
        if (kill) await Server.KillAsync();
        else Server.Pause();
        var leases = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => one.AcquireAsync("1.2.3.4", 1, Ct).AsTask()));
        leases.Count(lease => lease.IsAcquired).ShouldBe(100);
        var refused = leases.First(lease => !lease.IsAcquired);
        refused.TryGetMetadata(MetadataName.RetryAfter, out var wait).ShouldBeTrue();
        wait.ShouldBeGreaterThan(TimeSpan.Zero);
        if (!kill) Server.Resume();
    }

    [Fact]
    public async Task An_address_of_ipv6_and_a_long_endpoint_stay_two_parts_of_the_key()
    {
        var client = Connect();
        using var limiter = PartitionedRateLimiter.Create<string, string>(endpoint => s_limit.For("::1", endpoint, client, TimeProvider.System));
        await limiter.AcquireAsync("/api/v1", 1, Ct);
        await limiter.AcquireAsync("/" + new string('x', 5_000), 1, Ct);
        var keys = (await Server.AskAsync("--scan", "--pattern", "rate:*")).Split('\n').Order().ToArray();
        keys.Length.ShouldBe(2);
        keys.ShouldContain("rate:%3A%3A1:/api/v1");
        keys.ShouldAllBe(key => key.Length < 200);
    }

    private static PartitionedRateLimiter<string> Limiter(RedisClient client) =>
        PartitionedRateLimiter.Create<string, string>(address => s_limit.For(address, "/api/login", client, TimeProvider.System));
}

using Alicerce.Harness;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Tests.Redis;

public sealed class EvictionWarningTests : RedisTest
{
    [Theory]
    [Trait("Trap", "T001-37")]
    [InlineData("50mb", "allkeys-lru", true)]
    [InlineData("50mb", "noeviction", false)]
    [InlineData("50mb", "volatile-lru", false)]
    [InlineData("0", "allkeys-lru", false)]
    public async Task The_start_says_when_redis_may_evict_streams(string memory, string policy, bool warns)
    {
        await Server.AskAsync("CONFIG", "SET", "maxmemory", memory, "maxmemory-policy", policy);
        var log = new RecordingLog<EvictionWarning>();
        using var warning = new EvictionWarning(Connect(), TimeProvider.System, log);
        await warning.StartAsync(Ct);
        await warning.ExecuteTask!.WaitAsync(Ct);
        log.Text.Contains($"Redis has maxmemory_policy:{policy}", StringComparison.Ordinal).ShouldBe(warns);
    }

    [Fact]
    public async Task It_waits_for_a_redis_that_comes_later()
    {
        await Server.KillAsync();
        var log = new RecordingLog<EvictionWarning>();
        using var warning = new EvictionWarning(Connect(), TimeProvider.System, log);
        await warning.StartAsync(Ct);
        await Eventually.BecomesTrueAsync(() => Log.Text.Contains("It is tried again", StringComparison.Ordinal), "the first attempt has failed", Ct);
        await Server.StartAgainAsync(Ct);
        await warning.ExecuteTask!.WaitAsync(Ct);
    }
}

using Alicerce.Harness;
using Alicerce.Platform.Locking;
using Alicerce.Platform.Tests.Redis;

namespace Alicerce.Platform.Tests.Locking;

public sealed class RedisLockTests : RedisTest
{
    [Fact]
    [Trait("Req", "S001-RED-06")]
    public async Task Two_holders_never_overlap_and_the_lock_lives_30_seconds()
    {
        var clients = new[] { Connect(), Connect() };
        var (inside, most, turns) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            while (Volatile.Read(ref turns) < 50)
            {
                await using var held = await RedisLock.TryTakeAsync(clients[i % 2], "order", "789", Ct);
                if (held is null) continue;
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                Interlocked.Increment(ref turns);
            }
        }, Ct)));
        most.ShouldBe(1);
        await using var last = await RedisLock.TryTakeAsync(clients[0], "order", "789", Ct);
        int.Parse(await Server.AskAsync("TTL", "lock:order:789")).ShouldBeInRange(20, 30);
    }

    [Fact]
    [Trait("Trap", "T001-41")]
    public async Task Who_lost_the_lock_cannot_release_or_extend_that_of_the_next_whose_number_is_greater()
    {
        var client = Connect();
        var late = (await RedisLock.TryTakeAsync(client, "order", "789", Ct, TimeSpan.FromMilliseconds(50)))!;
        RedisLock? next = null;
        await Eventually.BecomesTrueAsync(async () => (next = await RedisLock.TryTakeAsync(client, "order", "789", Ct)) is not null, "the first lock has ended by itself", Ct);
        next!.Fence.ShouldBeGreaterThan(late.Fence);
        (await late.ExtendAsync(Ct)).ShouldBeFalse();
        (await late.ReleaseAsync(Ct)).ShouldBeFalse();
        (await next.ExtendAsync(Ct)).ShouldBeTrue();
        (await next.ReleaseAsync(Ct)).ShouldBeTrue();

        // Redis may lose the last number, and it goes on growing.
        await Server.AskAsync("FLUSHALL");
        (await RedisLock.TryTakeAsync(client, "order", "789", Ct))!.Fence.ShouldBeGreaterThan(next.Fence);
    }
}

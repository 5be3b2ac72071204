using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Redis;

/// <summary>
/// Connects when the server starts instead of at the first call, without holding the start up, and says so when this Redis forgets what it should keep:
/// streams have no time to live, and with <c>allkeys-*</c> they go when memory is short (T001-37).
/// </summary>
internal sealed class EvictionWarning(RedisClient redis, TimeProvider clock, ILogger<EvictionWarning> log) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var lines = (await redis.CallAsync(["INFO", "memory"], stoppingToken)).Text!.Split("\r\n");
                if (lines.Contains("maxmemory:0")) return;
                var policy = lines.FirstOrDefault(line => line.StartsWith("maxmemory_policy:allkeys", StringComparison.Ordinal));
                if (policy is not null)
                    log.LogWarning("Redis has {Policy}: when it is full, entries of streams (events:*) and queues vanish. Set noeviction or volatile-lru, or give the cache a Redis of its own.", policy);
                return;
            }
            catch (RedisErrorException e)
            {
                log.LogInformation("Whether Redis evicts streams is not known: {Reason}", e.Message);
                return;
            }
            catch (RedisException)
            {
                await Task.Delay(s_pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

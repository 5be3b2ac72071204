using System.Diagnostics;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Tests.Redis;

namespace Alicerce.Platform.Tests.Events.Streams;

/// <summary><c>kill -9</c> of processes between reading an event, making its jobs and acknowledging it: none is lost, none has two effects.</summary>
public sealed class KilledReaderTests : RedisTest
{
    private const int Events = 400;
    private const string Key = "events:ledger.entry";

    [Fact]
    [Trait("Trap", "T001-34")]
    public async Task Killed_readers_lose_no_event_and_double_no_effect()
    {
        for (var round = 0; round < LedgerProcess.Rounds; round++) await RoundAsync();
    }

    private async Task RoundAsync()
    {
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations], Ct);
        await LedgerProcess.CreateLedgerAsync(database, Ct);
        await Server.AskAsync("FLUSHALL");
        var processes = new List<Process> { LedgerProcess.Start(database, Server.Url), LedgerProcess.Start(database, Server.Url) };
        var saying = SayAsync(Connect());
        try
        {
            foreach (var share in new[] { 0.1, 0.3, 0.5, 0.7 })
            {
                await Eventually.BecomesTrueAsync(async () => await LedgerProcess.CountAsync(database, "platform.received_events") >= share * Events, $"{share:P0} of the events have come", Ct);
                processes[0].Kill();
                processes[0].Dispose();
                processes.RemoveAt(0);
                processes.Add(LedgerProcess.Start(database, Server.Url));
            }

            await saying;
            await Eventually.BecomesTrueAsync(async () => await LedgerProcess.CountAsync(database, "ledger") >= Events, "all effects are there", Ct);
            await Eventually.BecomesTrueAsync(async () => (await Server.AskAsync("XPENDING", Key, "alicerce")).StartsWith('0'), "everything is acknowledged", Ct);
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.Dispose();
            }
        }

        (await LedgerProcess.CountAsync(database, "ledger")).ShouldBe(Events);
        (await LedgerProcess.CountAsync(database, "(SELECT DISTINCT entry FROM ledger) entries")).ShouldBe(Events);
        (await LedgerProcess.CountAsync(database, "platform.jobs WHERE type = 'consumer.ledger.book' AND state = 'succeeded'")).ShouldBe(Events);
    }

    /// <summary>Another program says every tenth event twice, as one that retries does.</summary>
    private static async Task SayAsync(RedisClient redis)
    {
        for (var i = 0; i < Events; i++)
        {
            var json = JsonSerializer.Serialize(new { event_id = Guid.NewGuid(), event_type = "ledger.entry", timestamp = TimeProvider.System.GetUtcNow(), correlation_id = "order-7", source_service = "shop", payload = i });
            for (var time = 0; time < (i % 10 == 0 ? 2 : 1); time++) await redis.CallAsync(["XADD", Key, "*", "data", json], Ct);
        }
    }
}

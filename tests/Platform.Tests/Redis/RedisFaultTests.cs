using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Alicerce.Harness;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Tests.Redis;

public sealed class RedisFaultTests : RedisTest
{
    // Four times the limit: a busy machine may hold any thread up.
    private static readonly TimeSpan s_notMuchLater = TimeSpan.FromSeconds(4);

    protected override string[] Settings { get; } = ["maxmemory 5mb", "maxmemory-policy noeviction"];

    [Fact]
    public async Task A_stalled_server_costs_one_time_out_then_calls_fail_at_once_until_it_answers_again()
    {
        var client = Connect(options => options);
        await AnswersAsync(client);
        Server.Pause();
        var clock = Stopwatch.StartNew();
        (await Should.ThrowAsync<RedisTimeoutException>(client.CallAsync(["PING"], Ct))).Message.ShouldBe($"Redis at 127.0.0.1:{Server.Port} did not answer within 1 s.");
        clock.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(0.9), s_notMuchLater);

        clock.Restart();
        for (var i = 0; i < 100; i++) await Should.ThrowAsync<RedisUnavailableException>(client.CallAsync(["PING"], Ct));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(0.9));

        Server.Resume();
        await AnswersAsync(client);
    }

    [Fact]
    public async Task A_connection_that_stays_silent_is_given_up_and_made_again()
    {
        var client = Connect(options => options with { Timeout = TimeSpan.FromMilliseconds(200) });
        await AnswersAsync(client);
        var before = await client.CallAsync(["CLIENT", "ID"], Ct);
        Server.Pause();
        await Should.ThrowAsync<RedisException>(client.CallAsync(["PING"], Ct));
        await Eventually.BecomesTrueAsync(() => Log.Text.Contains("silent", StringComparison.Ordinal), "the connection is given up", Ct);
        Server.Resume();
        await AnswersAsync(client);
        (await client.CallAsync(["CLIENT", "ID"], Ct)).Number.ShouldNotBe(before.Number);
    }

    [Fact]
    [Trait("Req", "S001-RED-08")]
    public async Task A_killed_server_that_comes_back_finds_the_subscriptions_again()
    {
        var client = Connect();
        var messages = Channel.CreateUnbounded<string>();
        var inPlace = Channel.CreateUnbounded<bool>();
        client.Subscribe(new RedisSubscription("channel:test", message => messages.Writer.TryWrite(Encoding.UTF8.GetString(message)), () => inPlace.Writer.TryWrite(true)));
        await inPlace.Reader.ReadAsync(Ct);
        await client.CallAsync(["PUBLISH", "channel:test", "before"], Ct);
        (await messages.Reader.ReadAsync(Ct)).ShouldBe("before");

        await Server.KillAsync();
        var refused = await Should.ThrowAsync<RedisUnavailableException>(async () =>
        {
            while (true) await client.CallAsync(["PING"], Ct);
        });
        refused.Message.ShouldContain($"127.0.0.1:{Server.Port}");
        await Server.StartAgainAsync(Ct);

        await inPlace.Reader.ReadAsync(Ct);
        (await client.CallAsync(["PUBLISH", "channel:test", "after"], Ct)).Number.ShouldBe(1);
        (await messages.Reader.ReadAsync(Ct)).ShouldBe("after");
    }

    [Fact]
    public async Task Calls_that_were_waiting_when_the_server_died_end_with_that_reason()
    {
        var client = Connect(options => options with { Timeout = TimeSpan.FromSeconds(20) });
        await AnswersAsync(client);
        Server.Pause();
        var calls = Enumerable.Range(0, 100).Select(_ => client.CallAsync(["PING"], Ct)).ToArray();
        await Server.KillAsync();
        foreach (var call in calls) await Should.ThrowAsync<RedisUnavailableException>(call);
    }

    [Fact]
    public void The_pause_between_attempts_grows_to_two_seconds_and_is_never_the_same_for_all()
    {
        Enumerable.Range(0, 8).Select(failures => RedisClient.PauseAfter(failures, jitter: 1).TotalMilliseconds).ShouldBe([50, 100, 200, 400, 800, 1600, 2000, 2000]);
        RedisClient.PauseAfter(1_000, jitter: 0).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_long_absence_is_one_line_in_the_log()
    {
        var client = Connect();
        await AnswersAsync(client);
        await Server.KillAsync();
        await Eventually.BecomesTrueAsync(() => Log.Text.Contains("It is tried again", StringComparison.Ordinal), "the loss is logged", Ct);
        await Server.StartAgainAsync(Ct);
        await AnswersAsync(client);
        Log.Text.Split("It is tried again").Length.ShouldBe(2);
        Log.Text.ShouldContain("is connected again");
    }

    [Fact]
    public async Task A_full_queue_is_one_clear_error_at_once()
    {
        var client = Connect(options => options with { MostPending = 100, Timeout = TimeSpan.FromSeconds(20) });
        await AnswersAsync(client);
        Server.Pause();
        var waiting = Enumerable.Range(0, 100).Select(i => client.CallAsync(["ECHO", $"{i}"], Ct)).ToArray();
        var refused = client.CallAsync(["ECHO", "one too many"], Ct);
        refused.IsCompleted.ShouldBeTrue();
        (await Should.ThrowAsync<RedisUnavailableException>(refused)).Message
            .ShouldBe($"Redis at 127.0.0.1:{Server.Port} has 100 calls waiting, which is the limit; send fewer at a time.");
        Server.Resume();
        (await Task.WhenAll(waiting)).Select(answer => answer.Number).ShouldBe(Enumerable.Range(0, 100).Select(i => (long)i));
        (await client.CallAsync(["ECHO", "room again"], Ct)).Text.ShouldBe("room again");
    }

    [Fact]
    public async Task Bytes_that_wait_to_be_sent_are_bounded_too()
    {
        var client = Connect(options => options with { MostUnsentBytes = 1_000_000, Timeout = TimeSpan.FromSeconds(20) });
        await AnswersAsync(client);
        Server.Pause();
        var value = new byte[400_000];
        var refused = await Should.ThrowAsync<RedisUnavailableException>(async () =>
        {
            List<Task> waiting = [];
            while (waiting.All(call => !call.IsFaulted)) waiting.Add(client.CallAsync(["SET", "key", value], Ct));
            await waiting.Single(call => call.IsFaulted);
        });
        refused.Message.ShouldContain("bytes waiting to be sent, which is the limit");
    }

    [Fact]
    public async Task A_full_server_answers_an_error_and_the_client_lives_on()
    {
        var client = Connect();
        var full = await Should.ThrowAsync<RedisErrorException>(async () =>
        {
            for (var i = 0; i < 1_000; i++) await client.CallAsync(["SET", $"cache:test:{i}", new byte[100_000]], Ct);
        });
        full.Code.ShouldBe("OOM");
        (await client.CallAsync(["GET", "cache:test:0"], Ct)).Bytes!.Length.ShouldBe(100_000);
        await client.CallAsync(["FLUSHALL"], Ct);
        (await client.CallAsync(["SET", "key", "value"], Ct)).Text.ShouldBe("OK");
    }

    [Fact]
    public async Task An_answer_over_the_limit_breaks_the_connection_and_not_the_client()
    {
        var client = Connect(options => options with { MostReplyBytes = 1_000 });
        await client.CallAsync(["SET", "key", new byte[2_000]], Ct);
        (await Should.ThrowAsync<RedisUnavailableException>(client.CallAsync(["GET", "key"], Ct))).Message.ShouldContain("at most 1000 bytes");
        await AnswersAsync(client);
    }

    [Fact]
    public async Task An_idle_connection_is_asked_whether_it_lives()
    {
        var client = Connect(options => options with { KeepAlive = TimeSpan.FromMilliseconds(300), Timeout = TimeSpan.FromMilliseconds(300) });
        await AnswersAsync(client);
        Server.Pause();
        await Eventually.BecomesTrueAsync(() => Log.Text.Contains("silent", StringComparison.Ordinal), "nobody called, yet the loss was noticed", Ct);
        Server.Resume();
        await AnswersAsync(client);
    }
}

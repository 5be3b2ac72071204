using System.Diagnostics;
using System.Security.Cryptography;
using Alicerce.Harness;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Tests.Redis;

public sealed class RedisClientTests : RedisTest
{
    [Fact]
    [Trait("Req", "S001-RED-01")]
    public async Task Ten_thousand_calls_at_once_each_get_their_own_answer_over_one_connection()
    {
        var client = Connect();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(i => Task.Run(() => client.CallAsync(["ECHO", $"call {i}"], Ct), Ct)));
        answers.Select(answer => answer.Text).ShouldBe(Enumerable.Range(0, 10_000).Select(i => $"call {i}"));
        (await Server.AskAsync("CLIENT", "LIST")).Split('\n').Count(line => line.Contains("name=alicerce", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_value_of_30_MB_goes_and_comes_back()
    {
        var client = Connect();
        var value = RandomNumberGenerator.GetBytes(30_000_000);
        await client.CallAsync(["SET", "big", value], Ct, TimeSpan.FromSeconds(20));
        var back = (await client.CallAsync(["GET", "big"], Ct, TimeSpan.FromSeconds(20))).Bytes;
        back.AsSpan().SequenceEqual(value).ShouldBeTrue();
    }

    [Fact]
    public async Task A_script_that_redis_does_not_know_is_sent_whole_and_by_its_hash_from_then_on()
    {
        var client = Connect();
        var script = new RedisScript("return {KEYS[1], ARGV[1], 7}");
        for (var i = 0; i < 3; i++)
            (await client.EvalAsync(script, ["key"], ["value"], Ct)).Items.Select(item => item.Text ?? "").Take(2).ShouldBe(["key", "value"]);
        await client.CallAsync(["SCRIPT", "FLUSH"], Ct);
        (await client.EvalAsync(script, ["key"], ["value"], Ct)).Items[2].Number.ShouldBe(7);
        (await Server.AskAsync("INFO", "commandstats")).ShouldContain("cmdstat_eval:calls=2,");
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once_and_the_others_keep_their_own_answers()
    {
        var client = Connect();
        await AnswersAsync(client);
        Server.Pause();
        using var impatient = new CancellationTokenSource();
        var cancelled = client.CallAsync(["ECHO", "cancelled"], impatient.Token);
        var next = client.CallAsync(["ECHO", "next"], Ct, TimeSpan.FromSeconds(20));
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(cancelled);
        next.IsCompleted.ShouldBeFalse();
        Server.Resume();
        (await next).Text.ShouldBe("next");
        (await client.CallAsync(["ECHO", "after"], Ct)).Text.ShouldBe("after");
    }

    [Fact]
    public async Task Blocking_reads_hold_up_nobody_and_stay_within_the_limit_of_connections()
    {
        var client = Connect(options => options with { Connections = 4 });
        await client.CallAsync(["XGROUP", "CREATE", "events:test", "readers", "$", "MKSTREAM"], Ct);
        RedisArgument[] read = ["XREADGROUP", "GROUP", "readers", "one", "COUNT", 1, "BLOCK", 20_000, "STREAMS", "events:test", ">"];
        Task<RedisReply>[] reads = [.. Enumerable.Range(0, 3).Select(_ => client.BlockingCallAsync(read, TimeSpan.FromSeconds(20), Ct))];
        await Eventually.BecomesTrueAsync(async () => (await Server.AskAsync("INFO", "clients")).Contains("blocked_clients:3", StringComparison.Ordinal), "three reads wait", Ct);

        (await client.CallAsync(["ECHO", "meanwhile"], Ct)).Text.ShouldBe("meanwhile");
        var fourth = await Should.ThrowAsync<RedisUnavailableException>(client.BlockingCallAsync(read, TimeSpan.FromSeconds(20), Ct));
        fourth.Message.ShouldContain("All 3 connections for blocking reads");

        for (var i = 0; i < 3; i++) await client.CallAsync(["XADD", "events:test", "*", "n", i], Ct);
        var got = await Task.WhenAll(reads);
        got.Select(answer => answer.Items[1].Items[0].Items[1].Items[1].Text!).Order().ShouldBe(["0", "1", "2"]);
        for (var i = 0; i < 5; i++) (await client.BlockingCallAsync(["XREAD", "BLOCK", 1, "STREAMS", "events:test", "$"], TimeSpan.FromMilliseconds(1), Ct)).IsNull.ShouldBeTrue();
        (await Server.AskAsync("CLIENT", "LIST")).Split('\n').Count(line => line.Contains("name=alicerce", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task A_cancelled_blocking_read_no_longer_waits_in_redis()
    {
        var client = Connect();
        using var impatient = new CancellationTokenSource();
        var read = client.BlockingCallAsync(["BLPOP", "queue:test", 0], TimeSpan.FromMinutes(1), impatient.Token);
        await Eventually.BecomesTrueAsync(async () => (await Server.AskAsync("INFO", "clients")).Contains("blocked_clients:1", StringComparison.Ordinal), "the read waits", Ct);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(read);
        await Eventually.BecomesTrueAsync(async () => (await Server.AskAsync("INFO", "clients")).Contains("blocked_clients:0", StringComparison.Ordinal), "nothing waits", Ct);
    }

    [Fact]
    public async Task A_stream_keeps_its_newest_entries()
    {
        var client = Connect();
        for (var i = 0; i < 50; i++) await client.CallAsync(["XADD", "events:user.created", "MAXLEN", 10, "*", "n", i], Ct);
        (await Server.AskAsync("XLEN", "events:user.created")).ShouldBe("10");
        var last = await client.CallAsync(["XREVRANGE", "events:user.created", "+", "-", "COUNT", 1], Ct);
        last.Items[0].Items[1].Items[1].Text.ShouldBe("49");
    }

    [Fact]
    public async Task Every_kind_of_answer_is_read()
    {
        var client = Connect();
        (await client.CallAsync(["GET", "absent"], Ct)).IsNull.ShouldBeTrue();
        (await client.CallAsync(["INCRBY", "n", -5], Ct)).Number.ShouldBe(-5);
        (await client.CallAsync(["GET", "n"], Ct)).Number.ShouldBe(-5);
        (await client.CallAsync(["HSET", "h", "a", "1", "é", "2"], Ct)).Number.ShouldBe(2);
        (await client.CallAsync(["HGETALL", "h"], Ct)).Items.Select(item => item.Text).ShouldBe(["a", "1", "é", "2"]);
        (await client.CallAsync(["ZADD", "z", "1.5", "member"], Ct)).Number.ShouldBe(1);
        (await client.CallAsync(["ZSCORE", "z", "member"], Ct)).Text.ShouldBe("1.5");
        (await client.CallAsync(["SET", "empty", Array.Empty<byte>()], Ct)).Text.ShouldBe("OK");
        (await client.CallAsync(["GET", "empty"], Ct)).Bytes.ShouldBe([]);
        (await client.CallAsync(["DEBUG", "PROTOCOL", "verbatim"], Ct).ContinueWith(call => call.IsFaulted, TaskScheduler.Default)).ShouldBeTrue("DEBUG is closed by default");
        (await client.EvalAsync(new RedisScript("redis.setresp(3); return {map={k='v'}}"), [], [], Ct)).Items.Select(item => item.Text).ShouldBe(["k", "v"]);
        (await client.EvalAsync(new RedisScript("redis.setresp(3); return true"), [], [], Ct)).Number.ShouldBe(1);
        var error = await Should.ThrowAsync<RedisErrorException>(client.CallAsync(["INCR", "h"], Ct));
        error.Code.ShouldBe("WRONGTYPE");
    }

    [Fact]
    public async Task Time_outs_are_each_calls_own()
    {
        var client = Connect();
        await AnswersAsync(client);
        Server.Pause();
        var clock = Stopwatch.StartNew();
        var slow = client.CallAsync(["PING"], Ct, TimeSpan.FromSeconds(20));
        await Should.ThrowAsync<RedisTimeoutException>(client.CallAsync(["PING"], Ct, TimeSpan.FromMilliseconds(200)));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        slow.IsCompleted.ShouldBeFalse();
        Server.Resume();
        (await slow).Text.ShouldBe("PONG");
    }
}

using System.Collections.Concurrent;
using Alicerce.Contracts;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Npgsql;
using static Alicerce.Platform.Tests.Events.EventsHost;

namespace Alicerce.Platform.Tests.Events.Streams;

public sealed class StreamReaderTests(PostgresFixture postgres) : StreamTest(postgres)
{
    private readonly ConcurrentQueue<EventEnvelope> _heard = new();

    [Fact]
    [Trait("Trap", "T001-33")]
    public async Task An_event_of_another_program_reaches_its_consumer_letter_by_letter_under_its_correlation_id()
    {
        var ambient = new TaskCompletionSource<string?>();
        await using var host = await StartAsync([new Consumer(Probe, Type, (fact, _, _) =>
        {
            _heard.Enqueue(fact);
            ambient.TrySetResult(CorrelationId.Current);
            return Task.CompletedTask;
        })]);
        var id = await SayAsync("José → médico ✓");

        (await ambient.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct)).ShouldBe("order-7");
        var fact = _heard.Single();
        (fact.EventId, fact.EventType, fact.SourceService, fact.Payload.GetString()).ShouldBe((id, Type, "shop", "José → médico ✓"));
        await AllAcknowledgedAsync();
    }

    [Fact]
    [Trait("Req", "S001-COM-06")]
    public async Task Two_processes_share_a_stream_from_its_beginning_and_each_event_is_handled_once()
    {
        for (var i = 0; i < 50; i++) await SayAsync(i);
        await using var one = await StartAsync([Consumer()]);
        await using var other = await StartAsync([Consumer()]);
        for (var i = 50; i < 100; i++) await SayAsync(i);

        await Eventually.BecomesTrueAsync(() => _heard.Count >= 100, "all are handled", Ct);
        await AllAcknowledgedAsync();
        _heard.Select(fact => fact.Payload.GetInt32()).Order().ShouldBe(Enumerable.Range(0, 100));
        var options = new StreamOptions();
        (options.ReadCount, options.Block, options.Length).ShouldBe((10, TimeSpan.FromSeconds(5), 10_000));
    }

    [Fact]
    public async Task Our_own_facts_are_not_heard_a_second_time_from_their_stream()
    {
        await using var host = await StartAsync([Consumer()]);
        await TellAsync(1);
        await Eventually.BecomesTrueAsync(async () => await LengthAsync(Key) == 1, "the fact is in its stream", Ct);
        await SayAsync(3, source: "alicerce");
        await SayAsync(2);
        await Eventually.BecomesTrueAsync(() => _heard.Count >= 2, "both are heard", Ct);
        await AllAcknowledgedAsync();
        _heard.Select(fact => fact.Payload.GetInt32()).Order().ShouldBe([1, 2]);
        (await ScalarAsync($"SELECT count(*) FROM platform.jobs WHERE type = 'consumer.{Probe}'")).ShouldBe(2L);
    }

    [Fact]
    public async Task An_event_that_comes_again_after_its_job_has_ended_has_no_second_effect()
    {
        await using var host = await StartAsync([Consumer()]);
        var id = await SayAsync(1);
        await Eventually.BecomesTrueAsync(async () => await ScalarAsync($"SELECT state FROM platform.jobs WHERE type = 'consumer.{Probe}'") is "succeeded", "its job has ended", Ct);
        await SayAsync(1, id);
        await SayAsync(2);
        await Eventually.BecomesTrueAsync(() => _heard.Any(fact => fact.Payload.GetInt32() == 2), "the next is heard", Ct);
        await AllAcknowledgedAsync();
        _heard.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Trap", "T001-34")]
    public async Task What_a_dead_reader_left_is_taken_over_and_what_nobody_survives_or_can_read_is_put_aside()
    {
        await Server.AskAsync("XGROUP", "CREATE", Key, "alicerce", "0", "MKSTREAM");
        await SayAsync("left");
        await Server.AskAsync("XREADGROUP", "GROUP", "alicerce", "dead", "COUNT", "1", "STREAMS", Key, ">");
        await SayAsync("deadly");
        var deadly = (await Server.AskAsync("XREADGROUP", "GROUP", "alicerce", "dead", "COUNT", "1", "STREAMS", Key, ">")).Split('\n')[1];
        await Server.AskAsync("XCLAIM", Key, "alicerce", "dead", "0", deadly, "RETRYCOUNT", "10");
        await SayRawAsync("data", "no JSON");
        await SayRawAsync("other", "field");
        await SayRawAsync("data", """{"event_id": "1"}""");
        await SayAsync("nul \0", source: "shop");
        await SayAsync("good");

        await using var host = await StartAsync([Consumer()], Quick with { ClaimAfter = TimeSpan.FromMilliseconds(1) });

        await Eventually.BecomesTrueAsync(() => _heard.Count >= 2, "what can be read is heard", Ct);
        await AllAcknowledgedAsync();
        _heard.Select(fact => fact.Payload.GetString()).Order().ShouldBe(["good", "left"]);
        var dead = await Server.AskAsync("XRANGE", $"events:dead:{Type}", "-", "+");
        (await LengthAsync($"events:dead:{Type}")).ShouldBe(5);
        foreach (var reason in new[] { "read 10 times", "no field 'data'", "not an event", "PostgreSQL cannot keep it", deadly, "no JSON" }) dead.ShouldContain(reason);
    }

    [Fact]
    [Trait("Trap", "T001-40")]
    public async Task Only_a_group_that_is_there_already_is_no_failure_and_one_bad_stream_holds_up_no_other()
    {
        var bad = $"{Type}.bad";
        await Server.AskAsync("SET", $"events:{bad}", "mine");
        await Server.AskAsync("XGROUP", "CREATE", Key, "alicerce", "0", "MKSTREAM");
        await using var host = await StartAsync([Consumer(), new Consumer($"{Probe}.bad", bad, Hear)]);
        await SayAsync(1);
        await Eventually.BecomesTrueAsync(() => _heard.Count == 1, "the good stream is read", Ct);

        var group = new StreamGroup(Connect(), Quick, "test");
        await group.JoinAsync(Type, Ct);
        (await Should.ThrowAsync<Alicerce.Platform.Redis.RedisErrorException>(() => group.JoinAsync(bad, Ct))).Code.ShouldBe("WRONGTYPE");

        await Server.AskAsync("DEL", $"events:{bad}");
        await Server.AskAsync("XADD", $"events:{bad}", "*", "data", $$"""{"event_id":"{{Guid.NewGuid()}}","event_type":"{{bad}}","timestamp":"2026-01-01T00:00:00Z","correlation_id":null,"source_service":"shop","payload":2}""");
        await Eventually.BecomesTrueAsync(() => _heard.Count == 2, "the mended stream is read too", Ct);
    }

    [Fact]
    public async Task An_emptied_and_a_restarted_Redis_are_read_on()
    {
        await using var host = await StartAsync([Consumer()]);
        await SayAsync(1);
        await Eventually.BecomesTrueAsync(() => _heard.Count == 1, "the first is heard", Ct);

        await Server.AskAsync("FLUSHALL");
        await SayAsync(2);
        await Eventually.BecomesTrueAsync(() => _heard.Count == 2, "what came after the flush is heard", Ct);

        await Server.KillAsync();
        await Server.StartAgainAsync(Ct);
        await SayAsync(3);
        await Eventually.BecomesTrueAsync(() => _heard.Count == 3, "what came after the restart is heard", Ct);
        await AllAcknowledgedAsync();
    }

    [Fact]
    public async Task A_reader_that_falls_behind_is_seen_before_entries_are_lost()
    {
        await using var host = await StartAsync([Consumer()]);
        await SayAsync(1);
        await AllAcknowledgedAsync();
        var group = new StreamGroup(Connect(), Quick, "test");
        (await group.LagAsync(Type, Ct)).ShouldBe(0);
        await host.DisposeAsync();
        for (var i = 0; i < 7; i++) await SayAsync(i);
        (await group.LagAsync(Type, Ct)).ShouldBe(7);
    }

    [Fact]
    public async Task While_PostgreSQL_is_away_what_was_read_waits_and_nothing_is_put_aside()
    {
        var address = new NpgsqlConnectionStringBuilder(Postgres.Database.Address.AppConnectionString);
        using var wire = new TcpRelay(address.Port);
        address.Port = wire.Port;
        await using var host = await StartAsync([Consumer()], Quick with { ClaimAfter = TimeSpan.FromMilliseconds(1) }, Postgres.Database with { Address = new DatabaseAddress(address.ConnectionString, address.ConnectionString) });
        await SayAsync(1);
        await Eventually.BecomesTrueAsync(() => _heard.Count == 1, "the first is heard", Ct);

        wire.Cut();
        for (var i = 2; i <= 4; i++) await SayAsync(i);
        await Eventually.BecomesTrueAsync(async () => !(await Server.AskAsync("XPENDING", Key, "alicerce")).StartsWith('0'), "something is read", Ct);
        wire.Mend();

        await Eventually.BecomesTrueAsync(() => _heard.Count == 4, "all are heard", Ct);
        await AllAcknowledgedAsync();
        (await LengthAsync($"events:dead:{Type}")).ShouldBe(0);
    }

    [Fact]
    public async Task Readers_that_ended_long_ago_are_forgotten_unless_something_of_theirs_is_open()
    {
        await Server.AskAsync("XGROUP", "CREATE", Key, "alicerce", "0", "MKSTREAM");
        await SayAsync("left");
        await Server.AskAsync("XREADGROUP", "GROUP", "alicerce", "busy", "COUNT", "1", "STREAMS", Key, ">");
        await Server.AskAsync("XGROUP", "CREATECONSUMER", Key, "alicerce", "gone");
        await using var host = await StartAsync([Consumer()], Quick with { ForgetReaderAfter = TimeSpan.FromSeconds(1) });
        await Eventually.BecomesTrueAsync(async () => !(await Server.AskAsync("XINFO", "CONSUMERS", Key, "alicerce")).Contains("gone", StringComparison.Ordinal), "the one without work is forgotten", Ct);
        (await Server.AskAsync("XINFO", "CONSUMERS", Key, "alicerce")).ShouldContain("busy");
    }

    private Consumer Consumer() => new(Probe, Type, Hear);

    private Task Hear(EventEnvelope fact, JobContext job, CancellationToken ct)
    {
        _heard.Enqueue(fact);
        return Task.CompletedTask;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Events;
using static Alicerce.Platform.Tests.Events.EventsHost;

namespace Alicerce.Platform.Tests.Events.Streams;

public sealed class StreamPublisherTests(PostgresFixture postgres) : StreamTest(postgres)
{
    [Fact]
    [Trait("Req", "S001-COM-05")]
    [Trait("Req", "S001-RED-07")]
    public async Task A_fact_is_an_entry_of_its_types_stream_in_its_envelope_and_a_stream_keeps_ten_thousand_of_them()
    {
        await using var host = await StartAsync([]);
        await TellAsync(new { OrderId = 12 });
        await Eventually.BecomesTrueAsync(async () => await LengthAsync(Key) == 1, "the fact is in the stream", Ct);

        var lines = (await Server.AskAsync("XRANGE", Key, "-", "+")).Split('\n');
        lines[1].ShouldBe("data");
        var data = JsonElement.Parse(lines[2]);
        data.EnumerateObject().Select(property => property.Name).ShouldBe(["event_id", "event_type", "timestamp", "correlation_id", "source_service", "payload"], ignoreOrder: true);
        (data.GetProperty("event_type").GetString(), data.GetProperty("correlation_id").GetString(), data.GetProperty("source_service").GetString()).ShouldBe((Type, "request-1", "alicerce"));
        data.GetProperty("payload").GetProperty("order_id").GetInt32().ShouldBe(12);

        // Redis drops whole blocks of a hundred.
        await Server.AskAsync("EVAL", $"for i = 1, 12000 do redis.call('XADD', '{Key}', '*', 'data', '') end", "0");
        await TellAsync(new { OrderId = 13 });
        await Eventually.BecomesTrueAsync(async () => await LengthAsync(Key) is >= 10_000 and <= 10_100, "the stream keeps its length", Ct);
    }

    [Fact]
    public async Task Without_Redis_consumers_hear_as_ever_and_the_streams_get_it_when_Redis_is_back()
    {
        var heard = new ConcurrentQueue<int>();
        await using var host = await StartAsync([new Consumer(Probe, Type, (fact, _, _) =>
        {
            heard.Enqueue(fact.Read<int>());
            return Task.CompletedTask;
        })]);
        await Server.KillAsync();
        for (var i = 0; i < 20; i++) await TellAsync(i);
        await Eventually.BecomesTrueAsync(() => heard.Count == 20, "the consumer has heard of all", Ct);

        await Server.StartAgainAsync(Ct);
        await Eventually.BecomesTrueAsync(async () => await LengthAsync(Key) >= 20, "the stream has all", Ct);
        var entries = (await Server.AskAsync("XRANGE", Key, "-", "+")).Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonElement.Parse(line).GetProperty("payload").GetInt32());
        entries.Distinct().Order().ShouldBe(Enumerable.Range(0, 20));
        heard.Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_trace_goes_along_into_a_stream_and_out_of_one()
    {
        var foreign = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01";
        var traces = new ConcurrentQueue<string?>();
        await using var host = await StartAsync([new Consumer(Probe, Type, (_, _, _) =>
        {
            traces.Enqueue(Activity.Current?.TraceId.ToHexString());
            return Task.CompletedTask;
        })]);
        await SayAsync(1, trace: foreign);
        await SayAsync(2, trace: $"00-{new string('0', 32)}-{ActivitySpanId.CreateRandom()}-01");
        await Eventually.BecomesTrueAsync(() => traces.Count == 2, "both are heard", Ct);
        traces.Order().ShouldBe([null, foreign.Split('-')[1]]);

        using var span = new Activity("span").Start();
        await TellAsync(3);
        await Eventually.BecomesTrueAsync(async () => (await Server.AskAsync("XRANGE", Key, "-", "+")).Contains($"traceparent\n{span.Id}", StringComparison.Ordinal), "the fact has its trace", Ct);
    }

    [Fact]
    public async Task A_key_that_is_no_stream_holds_up_no_other_type()
    {
        var other = $"{Type}.other";
        await Server.AskAsync("SET", Key, "mine");
        await using var host = await StartAsync([]);
        await TellAsync(1);
        await TellAsync(2, other);
        await Eventually.BecomesTrueAsync(async () => await LengthAsync($"events:{other}") == 1, "the other stream has its fact", Ct);
        await Eventually.BecomesTrueAsync(async () => await ScalarAsync("SELECT count(*) FROM platform.outbox WHERE to_stream") is 0L, "nothing waits", Ct);
        (await Server.AskAsync("GET", Key)).ShouldBe("mine");
    }
}

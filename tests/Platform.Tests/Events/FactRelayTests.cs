using System.Collections.Concurrent;
using System.Text.Json;
using Alicerce.Contracts;
using Alicerce.Harness;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Web;
using Microsoft.Extensions.Logging.Abstractions;
using static Alicerce.Platform.Tests.Events.EventsHost;

namespace Alicerce.Platform.Tests.Events;

public sealed class FactRelayTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly string _type = $"thing.{Guid.NewGuid():N}";
    private readonly string _name = $"probe.{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S001-COM-02")]
    [Trait("Trap", "T001-39")]
    public async Task A_fact_reaches_its_consumer_in_its_envelope_and_under_its_correlation_id()
    {
        var heard = new TaskCompletionSource<(EventEnvelope Fact, string? Ambient)>();
        await using var host = await StartAsync(_name, (fact, _, _) =>
        {
            heard.TrySetResult((fact, CorrelationId.Current));
            return Task.CompletedTask;
        });
        var before = TimeProvider.System.GetUtcNow();

        await PublishAsync(new Fact(_type, 7, "12", new { OrderId = 12, Plan = "free" }), "request-1");

        var (fact, ambient) = await heard.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        ambient.ShouldBe("request-1");
        fact.EventId.ShouldNotBe(Guid.Empty);
        fact.EventType.ShouldBe(_type);
        fact.Timestamp.ShouldBeInRange(before.AddMinutes(-1), before.AddMinutes(1));
        fact.CorrelationId.ShouldBe("request-1");
        fact.SourceService.ShouldBe("alicerce");
        fact.Payload.GetRawText().ShouldBe("""{"plan": "free", "order_id": 12}""");
        var written = (string)(await ScalarAsync($"SELECT args::text FROM platform.jobs WHERE type = 'consumer.{_name}'"))!;
        JsonElement.Parse(written).EnumerateObject().Select(property => property.Name)
            .ShouldBe(["event_id", "event_type", "timestamp", "correlation_id", "source_service", "payload"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_fact_of_a_change_that_rolls_back_reaches_nobody()
    {
        var heard = new ConcurrentBag<string>();
        var last = new TaskCompletionSource();
        await using var host = await StartAsync(_name, (fact, _, _) =>
        {
            heard.Add(fact.Payload.GetString()!);
            if (fact.Payload.GetString() == "kept") last.SetResult();
            return Task.CompletedTask;
        });

        await using (var connection = await postgres.Source.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await Outbox.WriteAsync(transaction, [new Fact(_type, null, "1", "undone")], Ct);
            await transaction.RollbackAsync(Ct);
        }

        await PublishAsync(new Fact(_type, null, "2", "kept"));

        await last.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        heard.ShouldBe(["kept"]);
    }

    [Fact]
    public async Task Eight_relays_at_once_make_one_job_for_each_fact_and_consumer()
    {
        const int Facts = 2000;
        await using (var connection = await postgres.Source.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await Outbox.WriteAsync(transaction, [.. Enumerable.Range(0, Facts).Select(i => new Fact(_type, null, $"{i}", i))], Ct);
            await transaction.CommitAsync(Ct);
        }

        var relays = Enumerable.Range(0, 8).Select(_ => RelayOf([$"{_name}.a", $"{_name}.b"])).ToList();
        await Task.WhenAll(relays.Select(async relay =>
        {
            while (await relay.RelayAsync(Ct) > 0) { }
        }));

        (await ScalarAsync($"SELECT count(*) FROM platform.jobs WHERE type LIKE 'consumer.{_name}.%'")).ShouldBe(2L * Facts);
        (await ScalarAsync($"SELECT count(DISTINCT (type, args ->> 'event_id')) FROM platform.jobs WHERE type LIKE 'consumer.{_name}.%'")).ShouldBe(2L * Facts);
    }

    [Fact]
    [Trait("Trap", "T001-35")]
    public async Task An_effect_that_ends_its_job_happens_once_though_the_attempt_fails_after_it()
    {
        var attempts = 0;
        await using var host = await StartAsync(_name, async (fact, job, ct) =>
        {
            Interlocked.Increment(ref attempts);
            await using var connection = await postgres.Source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await Outbox.WriteAsync(transaction, [new Fact($"{_type}.effect", null, $"{fact.EventId}", 1)], ct);
            await job.CompleteAsync(transaction, ct);
            await transaction.CommitAsync(ct);
            throw new InvalidOperationException("after the commit");
        });

        await PublishAsync(new Fact(_type, null, "1", 1));
        await BecomesAsync(_name, "succeeded");
        await host.DisposeAsync();

        attempts.ShouldBe(1);
        (await ScalarAsync($"SELECT count(*) FROM platform.outbox WHERE type = '{_type}.effect'")).ShouldBe(1L);
        (await StateAsync(_name)).ShouldBe("succeeded");
    }

    [Fact]
    public async Task An_effect_that_rolls_back_is_tried_again_although_it_had_ended_its_job()
    {
        await using var host = await StartAsync(_name, async (_, job, ct) =>
        {
            await using var connection = await postgres.Source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await job.CompleteAsync(transaction, ct);
            if (job.Attempt == 1) throw new InvalidOperationException("before the commit");
            await transaction.CommitAsync(ct);
        });

        await PublishAsync(new Fact(_type, null, "1", 1));

        await BecomesAsync(_name, "succeeded");
        (await ScalarAsync($"SELECT attempts FROM platform.jobs WHERE type = 'consumer.{_name}'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_consumer_that_always_throws_leaves_a_dead_letter_and_holds_up_nobody()
    {
        var others = 0;
        await using var host = await EventsHost.StartAsync(
            postgres.Database,
            isOpen: true,
            [
                new Consumer($"{_name}.bad", _type, (_, _, _) => throw new InvalidOperationException("never")),
                new Consumer($"{_name}.good", _type, (_, _, _) =>
                {
                    Interlocked.Increment(ref others);
                    return Task.CompletedTask;
                }),
            ],
            Ct);

        for (var i = 0; i < 20; i++) await PublishAsync(new Fact(_type, null, $"{i}", i));

        await Eventually.BecomesTrueAsync(() => Volatile.Read(ref others) == 20, "the other consumer has heard of all", Ct);
        await Eventually.BecomesTrueAsync(
            async () => await ScalarAsync($"SELECT count(*) FROM platform.jobs WHERE type = 'consumer.{_name}.bad' AND state = 'dead' AND last_error = 'InvalidOperationException: never'") is 20L,
            "all of the failing ones are dead letters", Ct);
    }

    [Fact]
    public async Task A_fact_relayed_where_the_doors_are_closed_is_handled_where_they_are_open()
    {
        var heard = new TaskCompletionSource();
        var consumer = new Consumer(_name, _type, (_, _, _) =>
        {
            heard.TrySetResult();
            return Task.CompletedTask;
        });
        await using (await EventsHost.StartAsync(postgres.Database, isOpen: false, [consumer], Ct))
        {
            await PublishAsync(new Fact(_type, null, "1", 1));
            await BecomesAsync(_name, "queued");
        }

        heard.Task.IsCompleted.ShouldBeFalse();
        await using var open = await EventsHost.StartAsync(postgres.Database, isOpen: true, [consumer], Ct);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_is_a_dead_letter_at_once()
    {
        await using var host = await StartAsync(_name, (fact, _, _) =>
        {
            fact.Read<DateTimeOffset>();
            return Task.CompletedTask;
        });
        await PublishAsync(new Fact(_type, null, "1", "tomorrow"));
        await BecomesAsync(_name, "dead");
        (await ScalarAsync($"SELECT attempts FROM platform.jobs WHERE type = 'consumer.{_name}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Old_facts_are_dropped_and_those_that_wait_for_the_relay_are_kept()
    {
        await ExecuteAsync($"""
            INSERT INTO platform.outbox (type, subject_id, payload, created_at, relayed_at)
            SELECT '{_type}', i, '1', now() - interval '8 days', CASE WHEN i > 3 THEN now() END FROM generate_series(1, 6000) i
            """);

        await new Upkeep(postgres.Source, TimeProvider.System, NullLogger<Upkeep>.Instance).ForgetAsync(Ct);

        (await ScalarAsync($"SELECT count(*) FROM platform.outbox WHERE type = '{_type}'")).ShouldBe(3L);
        await ExecuteAsync($"DELETE FROM platform.outbox WHERE type = '{_type}'");
    }

    private Task<EventsHost> StartAsync(string name, Func<EventEnvelope, JobContext, CancellationToken, Task> handle) =>
        EventsHost.StartAsync(postgres.Database, isOpen: true, [new Consumer(name, _type, handle)], Ct);

    private FactRelay RelayOf(string[] consumers) => new(
        postgres.Source, consumers.Select(name => new Subscription(name, [_type])), new WorkerCalls(postgres.Source, new JobOptions(), TimeProvider.System),
        new Notifications(postgres.Source, NullLogger<Notifications>.Instance), new JobOptions(),
        NullLogger<FactRelay>.Instance);

    private async Task PublishAsync(Fact fact, string? correlationId = null)
    {
        await using var connection = await postgres.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await Outbox.WriteAsync(transaction, [fact], correlationId, Ct);
        await transaction.CommitAsync(Ct);
    }

    private Task BecomesAsync(string name, string state) =>
        Eventually.BecomesTrueAsync(async () => await StateAsync(name) == state, $"the job of {name} is {state}", Ct);

    private async Task<string?> StateAsync(string name) => (string?)await ScalarAsync($"SELECT state FROM platform.jobs WHERE type = 'consumer.{name}'");

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}

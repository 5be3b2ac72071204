using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Redis;
using Alicerce.Platform.Tests.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Alicerce.Platform.Tests.Events.EventsHost;

namespace Alicerce.Platform.Tests.Events.Streams;

/// <summary>A test of processes that share a database and a Redis; other programs are played by <c>redis-cli</c>.</summary>
public abstract class StreamTest(PostgresFixture postgres) : RedisTest, IClassFixture<PostgresFixture>
{
    internal static readonly StreamOptions Quick = new() { Block = TimeSpan.FromMilliseconds(200), ClaimInterval = TimeSpan.FromMilliseconds(50), ClaimAfter = TimeSpan.FromMinutes(1) };

    protected string Type { get; } = $"thing.{Guid.NewGuid():N}";

    protected string Key => $"events:{Type}";

    protected string Probe { get; } = $"probe.{Guid.NewGuid():N}";

    protected PostgresFixture Postgres => postgres;

    internal Task<EventsHost> StartAsync(IReadOnlyList<Consumer> consumers, StreamOptions? streams = null, TestDatabase? database = null) => EventsHost.StartAsync(
        database ?? postgres.Database, isOpen: true, consumers, Ct,
        services =>
        {
            RedisUrl.TryParse(Server.Url, out var redis, out _).ShouldBeTrue();
            services.AddRedis(redis with { Timeout = TimeSpan.FromSeconds(10) }, new OwnEndpoints([])).AddEventStreams(streams ?? Quick);
            // What is to be told after Redis was away is found by looking.
            services.Replace(ServiceDescriptor.Singleton(new JobOptions { PollInterval = TimeSpan.FromMilliseconds(50), CallGap = TimeSpan.Zero, BackOff = TimeSpan.Zero }));
        });

    /// <summary>Another program says something.</summary>
    /// <returns>The id of the event.</returns>
    protected async Task<Guid> SayAsync(object payload, Guid? id = null, string source = "shop", string? correlationId = "order-7", string? trace = null)
    {
        var eventId = id ?? Guid.NewGuid();
        var json = JsonSerializer.Serialize(
            new { event_id = eventId, event_type = Type, timestamp = TimeProvider.System.GetUtcNow(), correlation_id = correlationId, source_service = source, payload });
        await SayRawAsync([StreamEntry.DataField, json, .. trace is null ? Array.Empty<string>() : [StreamEntry.TraceField, trace]]);
        return eventId;
    }

    protected async Task SayRawAsync(params string[] fields) => (await Server.AskAsync(["XADD", Key, "*", .. fields])).ShouldContain("-");

    protected async Task<long> LengthAsync(string key) => long.Parse(await Server.AskAsync("XLEN", key), System.Globalization.CultureInfo.InvariantCulture);

    protected Task AllAcknowledgedAsync() => Eventually.BecomesTrueAsync(
        async () => (await Server.AskAsync("XPENDING", Key, "alicerce")).StartsWith('0') && (await Server.AskAsync("XINFO", "GROUPS", Key)).EndsWith("lag\n0", StringComparison.Ordinal),
        "everything is read and acknowledged", Ct);

    protected async Task TellAsync(object payload, string? type = null)
    {
        await using var connection = await postgres.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await Outbox.WriteAsync(transaction, [new Fact(type ?? Type, null, "1", payload)], "request-1", Ct);
        await transaction.CommitAsync(Ct);
    }

    protected async Task<object?> ScalarAsync(string sql)
    {
        await using var command = postgres.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}

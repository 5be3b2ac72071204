using Alicerce.Platform.Data;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Redis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Events;

/// <summary>
/// Tells programs outside of relayed facts: <c>XADD events:{type}</c> (S001-COM-05). The outbox remembers what is still to be told, so losing Redis holds
/// up nothing and loses nothing while facts are kept; a kill between telling and remembering tells twice.
/// </summary>
internal sealed class StreamPublisher(NpgsqlDataSource source, RedisClient redis, StreamOptions streams, JobOptions options, ILogger<StreamPublisher> log) : BackgroundService
{
    private const int BatchSize = 200;

    private const string Waiting = $"""
        SELECT id, type, trace_parent, {FactRelay.Envelope}::text FROM platform.outbox WHERE to_stream ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
        """;

    private readonly WakeUpCall _wakeUp = new();
    private bool _isAway;

    private sealed record Told(long Id, string Type, string? TraceParent, string Envelope);

    /// <summary>There is something to tell.</summary>
    public void Wake() => _wakeUp.Ring();

    /// <returns>How many facts were told.</returns>
    internal async Task<int> PublishAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var facts = await ReadAsync(transaction, ct);
        if (facts.Count == 0) return 0;
        var adding = facts.Select(fact => AddAsync(fact, ct)).ToList();
        var told = new List<long>(facts.Count);
        Exception? failure = null;
        for (var i = 0; i < facts.Count; i++)
        {
            try
            {
                await adding[i];
                told.Add(facts[i].Id);
            }
            catch (RedisErrorException e) when (e.Code == "WRONGTYPE")
            {
                log.LogError("'{Type}' cannot be told: {Key} in Redis is not a stream. Rename what is there.", facts[i].Type, StreamOptions.KeyOf(facts[i].Type));
                told.Add(facts[i].Id);
            }
            catch (RedisException e)
            {
                failure = e;
            }
        }

        await RememberAsync(transaction, told, ct);
        await transaction.CommitAsync(ct);
        return failure is null ? told.Count : throw failure;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await PublishAsync(stoppingToken) == BatchSize) stoppingToken.ThrowIfCancellationRequested();
                _isAway = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (!_isAway) log.LogWarning("Facts wait for their streams ({Reason}); they are told when it works again.", e.Message);
                _isAway = true;
            }

            await _wakeUp.WaitAsync(options.PollInterval, stoppingToken);
        }
    }

    public override void Dispose()
    {
        _wakeUp.Dispose();
        base.Dispose();
    }

    private static async Task<List<Told>> ReadAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Waiting, transaction.Connection, transaction);
        command.Parameters.AddWithValue(BatchSize);
        var facts = new List<Told>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) facts.Add(new Told(reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3)));
        return facts;
    }

    private Task<RedisReply> AddAsync(Told fact, CancellationToken ct) => fact.TraceParent is { } trace
        ? redis.CallAsync(["XADD", StreamOptions.KeyOf(fact.Type), "MAXLEN", "~", streams.Length, "*", StreamEntry.DataField, fact.Envelope, StreamEntry.TraceField, trace], ct)
        : redis.CallAsync(["XADD", StreamOptions.KeyOf(fact.Type), "MAXLEN", "~", streams.Length, "*", StreamEntry.DataField, fact.Envelope], ct);

    private static async Task RememberAsync(NpgsqlTransaction transaction, List<long> told, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("UPDATE platform.outbox SET to_stream = false WHERE id = ANY ($1)", transaction.Connection, transaction);
        command.Parameters.AddWithValue(told.ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }
}

using System.Security.Cryptography;
using System.Text;
using Alicerce.Outbound;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Redis;

/// <summary>A Lua script, sent by its hash once Redis knows it.</summary>
internal sealed record RedisScript(string Text)
{
    // Redis names scripts by SHA-1; nothing is secured by it.
#pragma warning disable CA5350
    public string Hash { get; } = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(Text)));
#pragma warning restore CA5350
}

/// <summary>
/// The client of our Redis: calls of all threads share one connection, blocking reads have their own. A lost connection is made again by itself, with
/// its subscriptions; meanwhile calls fail at once.
/// </summary>
internal sealed class RedisClient : IAsyncDisposable
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(2);

    private readonly RedisOptions _options;
    private readonly ILogger _log;
    private readonly TimeProvider _clock;
    private readonly RedisHandshake _handshake;
    private readonly RedisSubscriptions _subscriptions;
    private readonly BlockingReads _blocking;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _running;
    private volatile RedisConnection? _current;
    private string _problem = "";

    public RedisClient(RedisOptions options, OwnEndpoints own, TimeProvider clock, ILogger<RedisClient> log)
    {
        (_options, _clock, _log) = (options, clock, log);
        _handshake = new RedisHandshake(options, own, clock);
        _subscriptions = new RedisSubscriptions(options, log);
        _blocking = new BlockingReads(options, ct => _handshake.OpenAsync(_ => { }, ct));
        _running = Task.Run(() => RunAsync(_stop.Token));
    }

    /// <summary>Whether a call would be sent now: what can be done without Redis need not try.</summary>
    public bool IsAlive => _current is { IsAlive: true } || !_tried.Task.IsCompleted;

    /// <summary>Sends a command, by default with the time-out of the settings.</summary>
    /// <exception cref="RedisException">The task's; see there for the kinds.</exception>
    public Task<RedisReply> CallAsync(ReadOnlySpan<RedisArgument> command, CancellationToken ct, TimeSpan? timeout = null)
    {
        if (_current is { } connection) return connection.CallAsync(command, timeout ?? _options.Timeout, ct);
        return _tried.Task.IsCompleted ? Task.FromException<RedisReply>(new RedisUnavailableException(_problem)) : CallAfterStartAsync(command.ToArray(), timeout, ct);
    }

    /// <summary>Runs a script; one that Redis does not know (any more) is sent to it whole.</summary>
    public async Task<RedisReply> EvalAsync(RedisScript script, RedisArgument[] keys, RedisArgument[] arguments, CancellationToken ct, TimeSpan? timeout = null)
    {
        try
        {
            return await CallAsync(["EVALSHA", script.Hash, keys.Length, .. keys, .. arguments], ct, timeout);
        }
        catch (RedisErrorException e) when (e.Code == "NOSCRIPT")
        {
            return await CallAsync(["EVAL", script.Text, keys.Length, .. keys, .. arguments], ct, timeout);
        }
    }

    /// <summary>A command that waits in Redis, such as <c>XREADGROUP … BLOCK</c>, on a connection of its own. Cancelling it closes that connection.</summary>
    /// <param name="block">How long the command itself says that it waits.</param>
    public Task<RedisReply> BlockingCallAsync(RedisArgument[] command, TimeSpan block, CancellationToken ct) => _blocking.CallAsync(command, block, ct);

    public void Subscribe(RedisSubscription subscription) => _subscriptions.Add(subscription, () => _current);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await _blocking.DisposeAsync();
        _stop.Dispose();
    }

    internal static TimeSpan PauseAfter(int failures, double jitter) =>
        TimeSpan.FromMilliseconds(Math.Min(50 * Math.Pow(2, failures), s_longestPause.TotalMilliseconds) * (0.5 + (jitter / 2)));

    private async Task<RedisReply> CallAfterStartAsync(RedisArgument[] command, TimeSpan? timeout, CancellationToken ct)
    {
        await _tried.Task.WaitAsync(ct);
        return await CallAsync(command, ct, timeout);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        for (var failures = 0; !stop.IsCancellationRequested; failures++)
        {
            try
            {
                await using var connection = await _handshake.OpenAsync(_subscriptions.Dispatch, stop);
                if (failures > 0) _log.LogInformation("Redis at {Place} is connected again.", _options.Place);
                failures = 0;
                _current = connection;
                _tried.TrySetResult();
                await _subscriptions.RestoreAsync(connection);
                _problem = $"Redis at {_options.Place} {await connection.Closed.WaitAsync(stop)}.";
            }
            catch (Exception e) when (e is RedisUnavailableException or OperationCanceledException)
            {
                _problem = e.Message;
            }

            _current = null;
            _tried.TrySetResult();
            if (failures == 0 && !stop.IsCancellationRequested) _log.LogWarning("{Problem} It is tried again until it works; meanwhile everything goes on without Redis.", _problem);
            await Task.Delay(PauseAfter(failures, Random.Shared.NextDouble()), _clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

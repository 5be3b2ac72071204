using System.Collections.Concurrent;
using System.Text;
using Alicerce.Platform.Redis;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Caching;

/// <summary>
/// Carries removals and invalidations to Redis and to the other processes. What cannot be carried now is owed: it is tried until it is done, and until
/// then this process reads nothing from Redis, which may hold what should be gone.
/// </summary>
internal sealed class Backplane : IAsyncDisposable
{
    public const string Channel = "channel:cache_invalidation";
    private const int MostOwed = 10_000;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    // A value's key with its lock, or a tag: without its token no value that hangs on it counts. Deleting works in a full Redis too.
    private static readonly RedisScript s_forget = new("redis.call('DEL', unpack(KEYS)) return redis.call('PUBLISH', ARGV[1], ARGV[2])");

    private readonly RedisClient _redis;
    private readonly MemoryLevel _memory;
    private readonly ILogger _log;
    private readonly Action<string> _onRemoved;
    private readonly ConcurrentDictionary<Change, bool> _owed = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Task _paying;

    /// <param name="onRemoved">Called with the key of a value that some process removed.</param>
    public Backplane(RedisClient redis, MemoryLevel memory, Action<string> onRemoved, ILogger log)
    {
        (_redis, _memory, _onRemoved, _log) = (redis, memory, onRemoved, log);
        _paying = Task.Run(PayAsync);
        // What others invalidated while there was no connection is not known: everything in this process may be wrong.
        redis.Subscribe(new RedisSubscription(Channel, OnMessage, memory.Everything.Invalidate));
    }

    /// <summary>Whether what Redis holds may be used.</summary>
    public bool IsTrusted => _owed.IsEmpty && _redis.IsAlive;

    public Task RemoveAsync(string key) => SendOrOweAsync(new Change(ChangeKind.Key, key));

    public Task InvalidateAsync(string tag) => SendOrOweAsync(new Change(ChangeKind.Tag, tag));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _paying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _wake.Dispose();
    }

    private async Task SendOrOweAsync(Change change)
    {
        try
        {
            await SendAsync(change, CancellationToken.None);
        }
        catch (RedisException)
        {
            if (_owed.Count >= MostOwed) (change, _) = (new Change(ChangeKind.Everything, ""), ForgetOwed());
            _owed.TryAdd(change, true);
            _wake.Release();
        }
    }

    private Task<RedisReply> SendAsync(Change change, CancellationToken ct)
    {
        RedisArgument[] keys = change.Kind switch
        {
            ChangeKind.Key => [change.Name, SharedLevel.LockOf(change.Name)],
            ChangeKind.Tag => [Tag.RedisKeyOf(change.Name)],
            _ => [_memory.Everything.RedisKey],
        };
        return _redis.EvalAsync(s_forget, keys, [Channel, $"{(char)change.Kind}{change.Name}"], ct);
    }

    private async Task PayAsync()
    {
        while (true)
        {
            if (_owed.IsEmpty) await _wake.WaitAsync(_stop.Token);
            try
            {
                foreach (var change in _owed.Keys)
                {
                    await SendAsync(change, _stop.Token);
                    _owed.TryRemove(change, out _);
                }
            }
            catch (RedisException)
            {
                await Task.Delay(s_pause, _stop.Token);
            }
        }
    }

    private bool ForgetOwed()
    {
        _log.LogWarning("More than {Most} invalidations wait for Redis: when it is back, the whole cache is forgotten instead.", MostOwed);
        _owed.Clear();
        return true;
    }

    private void OnMessage(byte[] message)
    {
        if (message.Length == 0) return;
        var name = Encoding.UTF8.GetString(message.AsSpan(1));
        switch ((ChangeKind)message[0])
        {
            case ChangeKind.Key: _onRemoved(name); break;
            case ChangeKind.Tag: _memory.Invalidate(name); break;
            default: _memory.Everything.Invalidate(); break;
        }
    }

    private enum ChangeKind : byte { Key = (byte)'k', Tag = (byte)'t', Everything = (byte)'*' }

    private sealed record Change(ChangeKind Kind, string Name);
}

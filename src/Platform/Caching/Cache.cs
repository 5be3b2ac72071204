using System.Collections.Concurrent;
using Alicerce.Platform.Redis;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Caching;

/// <summary>
/// (1) Look in this process. (2) Join the flight for that key, or lead it: (3) look in Redis, (4) take the lock or wait for who has it, (5) run the
/// factory, (6) store in both. Whatever fails about Redis, the flight goes on without it.
/// </summary>
internal sealed class Cache : ICache, IAsyncDisposable
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(150);

    private readonly CacheOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly MemoryLevel _memory;
    private readonly SharedLevel? _shared;
    private readonly Backplane? _backplane;
    private readonly ConcurrentDictionary<string, Flight> _flights = new(StringComparer.Ordinal);

    public Cache(CacheOptions options, RedisClient? redis, TimeProvider clock, ILogger<Cache> log)
    {
        (_options, _clock, _log, _memory) = (options, clock, log, new MemoryLevel(options, clock));
        if (redis is null) return;
        _shared = new SharedLevel(redis, options, clock);
        _backplane = new Backplane(redis, _memory, Drop, log);
    }

    internal CacheMetrics Metrics { get; } = new();

    public ValueTask<T> GetOrCreateAsync<T>(CacheKey key, TimeSpan ttl, IReadOnlyList<string> tags, Func<CancellationToken, ValueTask<T>> factory, CancellationToken ct)
    {
        var started = _clock.GetTimestamp();
        if (_memory.Find<T>(key.Text) is not { } entry || !entry.IsFresh(started)) return new ValueTask<T>(FlyAsync(new Request<T>(key.Text, ttl, tags, factory, started), ct));
        Metrics.Answered(CacheMetrics.Memory, started, _clock);
        return new ValueTask<T>(entry.Value);
    }

    public Task RemoveAsync(CacheKey key, CancellationToken ct)
    {
        Drop(key.Text);
        return _backplane?.RemoveAsync(key.Text).WaitAsync(ct) ?? Task.CompletedTask;
    }

    public Task InvalidateAsync(string tag, CancellationToken ct)
    {
        // Now, and again when the message comes back: what was read from Redis in between is old.
        _memory.Invalidate(tag);
        return _backplane?.InvalidateAsync(tag).WaitAsync(ct) ?? Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_backplane is not null) await _backplane.DisposeAsync();
        _memory.Dispose();
        Metrics.Dispose();
    }

    private void Drop(string key)
    {
        if (_flights.TryGetValue(key, out var flight)) flight.IsDropped = true;
        _memory.Remove(key);
    }

    private async Task<T> FlyAsync<T>(Request<T> request, CancellationToken ct)
    {
        while (true)
        {
            var mine = new Flight();
            var flight = _flights.GetOrAdd(request.Key, mine);
            if (flight == mine) return await LeadAsync(request, mine, ct);
            // Who led may have given up, or asked for another type: then somebody else leads.
            if (await flight.Landed.WaitAsync(ct) is not Box<T> box) continue;
            Metrics.Answered(box.From, request.Started, _clock);
            return box.Value;
        }
    }

    private async Task<T> LeadAsync<T>(Request<T> request, Flight flight, CancellationToken ct)
    {
        try
        {
            var box = await FillAsync(request, flight, ct);
            Metrics.Answered(box.From, request.Started, _clock);
            End(request.Key, flight).Land(box);
            return box.Value;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            End(request.Key, flight).Land(null);
            throw;
        }
        catch (Exception e)
        {
            End(request.Key, flight).Crash(e);
            throw;
        }
    }

    private Flight End(string key, Flight flight)
    {
        _flights.TryRemove(new KeyValuePair<string, Flight>(key, flight));
        return flight;
    }

    private async Task<Box<T>> FillAsync<T>(Request<T> request, Flight flight, CancellationToken ct)
    {
        var entry = _memory.Find<T>(request.Key);
        // Somebody may have landed between our look and our flight.
        if (entry is not null && entry.IsFresh(_clock.GetTimestamp())) return new Box<T>(entry.Value, CacheMetrics.Memory);
        var stamps = _memory.Stamp(request.Tags);
        var (found, lease, _) = await AskRedisAsync(request, stamps, ct);
        if (found is not null)
        {
            Keep(request.Key, flight, found.Value, stamps, found.Left < request.Ttl ? found.Left : request.Ttl, found.Size);
            return new Box<T>(found.Value, CacheMetrics.Redis);
        }

        try
        {
            var value = await request.Factory(ct);
            if (value is not null) lease = await StoreAsync(request, flight, value, stamps, lease, ct);
            return new Box<T>(value, CacheMetrics.Miss);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && entry is not null && entry.IsUsable(_clock.GetTimestamp()))
        {
            _log.LogWarning("{Key} could not be made ({Reason}); the last value is used a little longer.", request.Key, e.Message);
            _memory.UseStale(entry);
            return new Box<T>(entry.Value, CacheMetrics.Stale);
        }
        finally
        {
            if (lease is not null) await WithRedisAsync(() => _shared!.ReleaseAsync(lease));
        }
    }

    /// <summary>The value, or the lease to make it, or neither if Redis cannot be asked.</summary>
    private async Task<Claim<T>> AskRedisAsync<T>(Request<T> request, TagStamps stamps, CancellationToken ct)
    {
        if (_shared is null) return new Claim<T>(null, null, IsTaken: false);
        try
        {
            if (_backplane!.IsTrusted && await _shared.ReadAsync<T>(request.Key, stamps.Tags, ct) is { } found) return new Claim<T>(found, null, IsTaken: false);
            var (pause, started) = (s_firstPause, _clock.GetTimestamp());
            while (_backplane.IsTrusted && _clock.GetElapsedTime(started) < _options.WaitForOthers)
            {
                var claim = await _shared.ClaimAsync<T>(request.Key, stamps.Tags, ct);
                if (!claim.IsTaken) return claim;
                await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), _clock, ct);
                pause = pause * 1.5 < s_longestPause ? pause * 1.5 : s_longestPause;
            }
        }
        catch (RedisException)
        {
            Metrics.RedisFailed();
        }

        return new Claim<T>(null, null, IsTaken: false);
    }

    /// <returns>The lease if it is still to be released.</returns>
    private async Task<SharedLease?> StoreAsync<T>(Request<T> request, Flight flight, T value, TagStamps stamps, SharedLease? lease, CancellationToken ct)
    {
        var json = CacheFormat.ToJson(value);
        var lifetime = request.Ttl * (0.9 + (Random.Shared.NextDouble() / 10));
        if (lease is not null) await WithRedisAsync(() => _shared!.StoreAsync<T>(lease, json, lifetime, ct));
        Keep(request.Key, flight, value, stamps, lifetime, json.Length);
        return null;
    }

    private void Keep<T>(string key, Flight flight, T value, TagStamps stamps, TimeSpan lifetime, int size)
    {
        _memory.Store(key, value, stamps, lifetime, size);
        if (flight.IsDropped) _memory.Remove(key);
    }

    private async Task WithRedisAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RedisException)
        {
            Metrics.RedisFailed();
        }
    }

    private sealed record Request<T>(string Key, TimeSpan Ttl, IReadOnlyList<string> Tags, Func<CancellationToken, ValueTask<T>> Factory, long Started);

    private sealed record Box<T>(T Value, KeyValuePair<string, object?> From);

    /// <summary>What all who ask for one key at the same time wait for.</summary>
    private sealed class Flight
    {
        private readonly TaskCompletionSource<object?> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _isDropped;

        public Task<object?> Landed => _landed.Task;

        /// <summary>Its value was removed while it was made: it is given to those who wait and not kept.</summary>
        public bool IsDropped
        {
            get => _isDropped;
            set => _isDropped = value;
        }

        public void Land(object? box) => _landed.TrySetResult(box);

        public void Crash(Exception reason)
        {
            _landed.TrySetException(reason);
            _ = _landed.Task.Exception; // Seen here: perhaps nobody else waits.
        }
    }
}

using System.Collections.Concurrent;
using System.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Data;

/// <summary>
/// The process's one LISTEN connection. A notification is only a wake-up: the truth is in the tables, so after each (re)connect all
/// subscribers are called once with an empty payload and look for themselves.
/// </summary>
public sealed class Notifications(NpgsqlDataSource source, ILogger<Notifications> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Subscription[]> _subscriptions = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _channelsChanged = new();

    /// <summary>Ends when the first LISTEN is in place; from then on nothing committed goes unnoticed.</summary>
    public Task Listening => _listening.Task;

    /// <summary>Calls <paramref name="onNotification"/> for each notification on the channel, on the listener's own thread: return at once.</summary>
    /// <param name="channel">A fixed lower-case name of ours, such as <c>alicerce_jobs</c>.</param>
    public IDisposable Subscribe(string channel, Action<string> onNotification)
    {
        var subscription = new Subscription(this, channel, onNotification);
        var isNew = false;
        _subscriptions.AddOrUpdate(
            channel,
            _ =>
            {
                isNew = true;
                return [subscription];
            },
            (_, others) => [.. others, subscription]);
        if (isNew) Interlocked.Exchange(ref _channelsChanged, new CancellationTokenSource()).Cancel();
        return subscription;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, e) => Call(e.Channel, e.Payload);
                failures = 0;
                await ListenAsync(connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("The notification listener lost PostgreSQL ({Reason}); it reconnects by itself.", e.Message);
                var pause = TimeSpan.FromMilliseconds(100 * Math.Pow(2, Math.Min(failures++, 6)));
                await Task.Delay(pause < LongestPause ? pause : LongestPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var listening = new HashSet<string>(StringComparer.Ordinal);
        while (connection.State == ConnectionState.Open)
        {
            var changed = Volatile.Read(ref _channelsChanged);
            foreach (var channel in _subscriptions.Keys.Except(listening).ToList())
            {
#pragma warning disable CA2100 // A channel is a name and cannot be a parameter; each is a constant of ours.
                await using var command = new NpgsqlCommand($"LISTEN {channel}", connection);
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(ct);
                listening.Add(channel);
                Call(channel, "");
            }

            _listening.TrySetResult();
            await WaitAsync(connection, changed.Token, ct);
        }
    }

    private static async Task WaitAsync(NpgsqlConnection connection, CancellationToken changed, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, changed);
        try
        {
            while (!changed.IsCancellationRequested)
            {
                // A silent network break would never be noticed by waiting alone.
                if (await connection.WaitAsync(KeepAlive, either.Token)) continue;
                await using var probe = new NpgsqlCommand("SELECT 1", connection);
                await probe.ExecuteNonQueryAsync(ct);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // A new channel was subscribed: go and LISTEN on it. If the interruption broke the connection, a new one listens on all of them.
        }
    }

    private void Call(string channel, string payload)
    {
        if (!_subscriptions.TryGetValue(channel, out var subscriptions)) return;
        foreach (var subscription in subscriptions)
        {
            try
            {
                subscription.Action(payload);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                log.LogError(e, "A subscriber of {Channel} failed.", channel);
            }
        }
    }

    private sealed class Subscription(Notifications owner, string channel, Action<string> action) : IDisposable
    {
        public Action<string> Action { get; } = action;

        // The LISTEN itself stays: channels are few and fixed.
        public void Dispose() => owner._subscriptions.AddOrUpdate(channel, [], (_, all) => [.. all.Where(other => other != this)]);
    }
}

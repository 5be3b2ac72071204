using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Redis;

/// <summary>A channel that is followed as long as the client lives, through every loss of the connection.</summary>
/// <param name="OnMessage">Called on the receiving thread: return at once.</param>
/// <param name="OnInPlace">Called each time that the subscription has come into force: what was sent before was missed.</param>
internal sealed record RedisSubscription(string Channel, Action<byte[]> OnMessage, Action OnInPlace);

/// <summary>Who follows which channel, on whatever connection there is.</summary>
internal sealed class RedisSubscriptions(RedisOptions options, ILogger log)
{
    private readonly Lock _gate = new();
    private RedisSubscription[] _all = [];

    public void Add(RedisSubscription subscription, Func<RedisConnection?> current)
    {
        lock (_gate) _all = [.. _all, subscription];
        // Read after it was added: a connection that comes later finds it there.
        if (current() is { } connection) _ = RequestAsync(connection, subscription);
    }

    public async Task RestoreAsync(RedisConnection connection)
    {
        foreach (var subscription in _all) await RequestAsync(connection, subscription);
    }

    /// <summary>Hands a push message to those that follow its channel.</summary>
    public void Dispatch(RedisReply[] push)
    {
        if (push is not [var kind, var channel, var message] || kind.Text != "message") return;
        foreach (var subscription in _all.Where(subscription => subscription.Channel == channel.Text))
            Guarded(subscription, () => subscription.OnMessage(message.Bytes!));
    }

    private async Task RequestAsync(RedisConnection connection, RedisSubscription subscription)
    {
        try
        {
            await connection.CallAsync(["SUBSCRIBE", subscription.Channel], options.Timeout, CancellationToken.None, isSubscription: true);
            Guarded(subscription, subscription.OnInPlace);
        }
        catch (RedisException e)
        {
            // A lost connection says so itself, and the next one is asked again.
            if (e is RedisErrorException) log.LogError("The channel {Channel} cannot be followed: {Reason}", subscription.Channel, e.Message);
        }
    }

    private void Guarded(RedisSubscription subscription, Action call)
    {
        try
        {
            call();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "A follower of {Channel} failed.", subscription.Channel);
        }
    }
}

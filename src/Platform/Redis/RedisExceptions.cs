namespace Alicerce.Platform.Redis;

/// <summary>Redis did not do what it was asked; no message holds an account or a value.</summary>
internal class RedisException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Redis answered with an error, such as <c>OOM command not allowed when used memory > 'maxmemory'.</c></summary>
internal sealed class RedisErrorException(string message) : RedisException($"Redis answered: {message}")
{
    /// <summary>The first word: <c>OOM</c>, <c>NOSCRIPT</c>, <c>WRONGTYPE</c>.</summary>
    public string Code { get; } = message.Split(' ', 2)[0];
}

/// <summary>There is no connection, it was lost before the answer came, or the queue is full.</summary>
internal sealed class RedisUnavailableException(string message, Exception? inner = null) : RedisException(message, inner);

/// <summary>The answer did not come in time; whether the command was done is not known.</summary>
internal sealed class RedisTimeoutException(string message) : RedisException(message);

using System.Collections.Concurrent;

namespace Alicerce.Platform.Redis;

/// <summary>Connections for commands that wait in Redis, one a command at a time, so that they hold up nobody else.</summary>
internal sealed class BlockingReads(RedisOptions options, Func<CancellationToken, Task<RedisConnection>> open) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(options.Connections - 1);
    private readonly ConcurrentStack<RedisConnection> _idle = new();

    public async Task<RedisReply> CallAsync(RedisArgument[] command, TimeSpan block, CancellationToken ct)
    {
        if (!await _free.WaitAsync(options.Timeout, ct))
            throw new RedisUnavailableException($"All {options.Connections - 1} connections for blocking reads of Redis at {options.Place} are in use; let fewer readers wait at a time.");
        RedisConnection? connection = null;
        try
        {
            while (_idle.TryPop(out connection) && connection.Closed.IsCompleted) await connection.DisposeAsync();
            connection ??= await open(ct);
            var reply = await connection.CallAsync(command, block + options.Timeout, ct);
            _idle.Push(connection);
            return reply;
        }
        catch when (connection is not null)
        {
            // The command may still wait in Redis: only closing ends it.
            await connection.DisposeAsync();
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var connection)) await connection.DisposeAsync();
    }
}

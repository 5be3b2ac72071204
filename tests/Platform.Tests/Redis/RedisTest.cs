using Alicerce.Harness;
using Alicerce.Outbound;
using Alicerce.Platform.Redis;

namespace Alicerce.Platform.Tests.Redis;

/// <summary>A test with a redis-server of its own.</summary>
public abstract class RedisTest : IAsyncLifetime
{
    private readonly List<RedisClient> _clients = [];
    private RedisServer? _server;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected RedisServer Server => _server!;

    /// <summary>What the clients of this test logged.</summary>
    internal RecordingLog<RedisClient> Log { get; } = new();

    /// <summary>Lines of the server's configuration.</summary>
    protected virtual string[] Settings { get; } = [];

    public async ValueTask InitializeAsync() => _server = await RedisServer.StartAsync(Ct, Settings);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) await client.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal RedisClient Connect(Func<RedisOptions, RedisOptions>? change = null, string? url = null)
    {
        RedisUrl.TryParse(url ?? Server.Url, out var options, out var problem).ShouldBeTrue(problem);
        // A busy machine may hold a call up; a test of time-outs says so itself.
        var client = new RedisClient(change?.Invoke(options) ?? options with { Timeout = TimeSpan.FromSeconds(10) }, new OwnEndpoints([]), TimeProvider.System, Log);
        _clients.Add(client);
        return client;
    }

    internal static Task AnswersAsync(RedisClient client) => Eventually.BecomesTrueAsync(
        async () =>
        {
            try
            {
                return (await client.CallAsync(["PING"], Ct)).Text == "PONG";
            }
            catch (RedisException)
            {
                return false;
            }
        },
        "Redis answers",
        Ct);
}

using Alicerce.Platform.Redis;
using Npgsql;

namespace Alicerce.Platform.Web.Health;

/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Reason">Null while healthy.</param>
public sealed record Dependency(string Name, string Status, double LatencyMs, string? Reason)
{
    internal bool IsNeeded { get; init; }
}

/// <summary>Asks everything that the process works with whether it is there.</summary>
internal sealed class Dependencies(IEnumerable<IDependency> dependencies, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>All at the same time; none makes the others wait.</summary>
    public Task<Dependency[]> ProbeAsync(CancellationToken ct) => Task.WhenAll(dependencies.Select(dependency => ProbeAsync(dependency, ct)));

    private async Task<Dependency> ProbeAsync(IDependency dependency, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Patience);
        var started = clock.GetTimestamp();
        string? reason = null;
        try
        {
            // A client that does not heed the token is left behind.
            await dependency.ProbeAsync(timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Anybody may read this, so it tells that there is no answer and nothing about where it was looked for.
            reason = e is OperationCanceledException or TimeoutException ? "no answer in time" : "no connection";
        }

        var latency = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 2);
        return new Dependency(dependency.Name, reason is null ? "healthy" : "unhealthy", latency, reason) { IsNeeded = dependency.IsNeeded };
    }
}

/// <summary>The truth: nothing works without it.</summary>
internal sealed class PostgresDependency(NpgsqlDataSource source) : IDependency
{
    public string Name => "postgresql";

    public bool IsNeeded => true;

    public async Task ProbeAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(ct);
    }
}

/// <summary>Losing it costs speed, never an answer (D3).</summary>
internal sealed class RedisDependency(RedisClient redis) : IDependency
{
    public string Name => "redis";

    public bool IsNeeded => false;

    public Task ProbeAsync(CancellationToken ct) => redis.CallAsync(["PING"], ct);
}

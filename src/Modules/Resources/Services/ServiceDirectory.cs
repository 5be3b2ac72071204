using Alicerce.Platform.Caching;
using Alicerce.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Modules.Resources.Services;

/// <summary>
/// Answers about services from the cache, tagged with their owners. A change says so in its transaction, and every process forgets when it is committed,
/// with Redis or without (T004-29).
/// </summary>
internal sealed class ServiceDirectory(ICache cache, Notifications notifications, ILogger<ServiceDirectory> log) : BackgroundService
{
    private const string Channel = "alicerce_services";
    private const string All = "services";
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    public ValueTask<T> GetAsync<T>(CacheKey key, int? projectId, Func<CancellationToken, ValueTask<T>> factory, CancellationToken ct) =>
        cache.GetOrCreateAsync(key, s_longest, projectId is null ? [All, TagOf(null)] : [All, TagOf(null), TagOf(projectId)], factory, ct);

    /// <summary>Tells the other processes, once the transaction is committed, whose services have changed.</summary>
    public static async Task AnnounceAsync(NpgsqlTransaction transaction, IReadOnlyCollection<int?> owners, CancellationToken ct)
    {
        if (owners.Count == 0) return;
        await using var command = new NpgsqlCommand($"SELECT pg_notify('{Channel}', owner) FROM unnest($1::text[]) owner", transaction.Connection, transaction);
        command.Parameters.AddWithValue(owners.Select(TagOf).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>After the commit, so that this process answers with its own changes at once.</summary>
    public async Task ForgetAsync(IReadOnlyCollection<int?> owners, CancellationToken ct)
    {
        foreach (var owner in owners) await cache.InvalidateAsync(TagOf(owner), ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = notifications.Subscribe(Channel, owner => _ = ForgetAsync(owner, stoppingToken));
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // An empty message comes after a connection that was lost: whatever was said meanwhile was not heard.
    private async Task ForgetAsync(string owner, CancellationToken ct)
    {
        try
        {
            await cache.InvalidateAsync(owner.Length == 0 ? All : owner, ct);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogWarning("A change of services was not passed on to the cache ({Reason}); it is seen in {Seconds} s at the latest.", e.Message, s_longest.TotalSeconds);
        }
    }

    private static string TagOf(int? projectId) => projectId is { } project ? $"services:{project}" : "services:house";
}

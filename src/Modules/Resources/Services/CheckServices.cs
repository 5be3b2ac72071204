using Alicerce.Modules.Resources.Services.Health;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Modules.Resources.Services;

/// <summary>Looks at all services that the caller may change, now and in bounded time, and answers a map of how they are (S004-SVC-05, S004-API-09).</summary>
internal sealed class CheckServices(ResourcesDb db, HealthStore store, HealthProbes probes, HealthOptions options, TimeProvider clock)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <param name="Status">healthy, degraded, unhealthy or unknown, with what it depends on.</param>
    /// <param name="LastCheck">Older than this request when it was looked at a moment ago, or when the time did not suffice.</param>
    public sealed record Outcome(int Id, string Status, double? LatencyMs, DateTimeOffset? LastCheck, string? Reason, string Url, int ConsecutiveFailures, int? ProjectId, int? EnvironmentId);

    public async Task<Result<Dictionary<string, Outcome>>> HandleAsync(VisibleServices.Filter filter, HttpContext http, CancellationToken ct)
    {
        var before = await VisibleServices.ReadAsync(db, http, filter, AccessRole.Developer, ct);
        if (!before.IsSuccess) return before.Problem!;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(options.LongestRequest);
        var now = clock.GetUtcNow();
        int[] ids = [.. before.Value.Select(s => s.Row.Id)];
        var targets = await store.ClaimAsync(now, ids, now - options.YoungestLook, options.LongestRequest + options.Lease, ct);
        var looks = await probes.LookAsync(targets, time.Token);
        // Also when the caller has left: the services were asked.
        await store.WriteAsync(looks, CancellationToken.None);
        await store.LetGoAsync([.. targets.Select(target => target.Id).Except(looks.Select(look => look.ServiceId))], CancellationToken.None);
        await WaitForOthersAsync(ids, time.Token);
        var after = await VisibleServices.ReadAsync(db, http, filter with { Status = null }, AccessRole.Developer, ct);
        if (!after.IsSuccess) return after.Problem!;
        var asked = ids.ToHashSet();
        return MapOf([.. after.Value.Select(s => s.View).Where(s => asked.Contains(s.Id))]);
    }

    /// <summary>What somebody else looks at right now is answered as they find it, unless they take longer than a look may.</summary>
    private async Task WaitForOthersAsync(int[] ids, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(options.Lease);
        try
        {
            while (await store.IsAnyClaimedAsync(ids, clock.GetUtcNow(), patience.Token)) await Task.Delay(s_pause, clock, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Then they are answered as they were.
        }
    }

    /// <summary>The key is the name; what shares its name with others says where it is, and if even that is shared, its id.</summary>
    private static Dictionary<string, Outcome> MapOf(IReadOnlyList<ServiceView> services)
    {
        var map = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        foreach (var sameName in services.GroupBy(s => s.Name))
        {
            foreach (var samePlace in sameName.GroupBy(s => ServiceAddress.Entry(s.Host, s.Port)))
            {
                foreach (var service in samePlace)
                {
                    var key = sameName.Count() == 1 ? service.Name : samePlace.Count() == 1 ? $"{service.Name}@{samePlace.Key}" : $"{service.Name}@{samePlace.Key}#{service.Id}";
                    map[key] = new Outcome(
                        service.Id, service.HealthStatus, service.LatencyMs, service.LastHealthCheck, service.Reason, service.Url, service.ConsecutiveFailures, service.ProjectId, service.EnvironmentId);
                }
            }
        }

        return map;
    }
}

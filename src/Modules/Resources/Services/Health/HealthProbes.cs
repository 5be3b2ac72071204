using System.Collections.Concurrent;
using Alicerce.Outbound;
using Alicerce.Outbound.Probes;

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>Looks at services over the protocol of each (S004-SVC-08), many at once and each within its limit.</summary>
internal sealed class HealthProbes(ServiceEgress egress, HealthOptions options, ServiceMetrics metrics, TimeProvider clock)
{
    public const int LongestError = 200;

    /// <returns>One look a service; fewer when <paramref name="ct"/> ended them.</returns>
    public async Task<IReadOnlyCollection<Look>> LookAsync(IReadOnlyCollection<LookTarget> targets, CancellationToken ct)
    {
        var looks = new ConcurrentBag<Look>();
        if (targets.Count == 0) return looks;
        try
        {
            var look = await OpenAsync(ct);
            await Parallel.ForEachAsync(targets, new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = ct }, async (target, end) => looks.Add(await look(target, end)));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // What was seen until now still counts.
        }

        return looks;
    }

    /// <summary>A way to look, under what the settings allow now.</summary>
    public async Task<Func<LookTarget, CancellationToken, Task<Look>>> OpenAsync(CancellationToken ct)
    {
        var policy = await egress.PolicyAsync(ct);
        var closed = new ConnectGuard(policy, options.Connections);
        return (target, end) => LookAsync(target, target.IsApproved ? new ConnectGuard(ServiceEgress.With(policy, target.Host, target.Port), options.Connections) : closed, end);
    }

    private async Task<Look> LookAsync(LookTarget target, ConnectGuard guard, CancellationToken ct)
    {
        var began = clock.GetUtcNow();
        var found = await ProbeAsync(target, guard, ct);
        metrics.Looked(target.Protocol, found);
        return new Look(
            target.Id, began, found.Healthy, found.Latency >= options.Slow, found.Healthy ? Math.Round(found.Latency.TotalMilliseconds, 2) : null,
            found.Healthy ? null : Shortened(found.Reason));
    }

    private Task<ProbeResult> ProbeAsync(LookTarget target, ConnectGuard guard, CancellationToken ct) => target.Protocol switch
    {
        ServiceRules.Tcp => new TcpProbe(guard).RunAsync(target.Host, target.Port, options.Limit, ct),
        ServiceRules.Grpc => new GrpcHealthProbe(guard).RunAsync(ServiceAddress.Http(target.Protocol, target.Host, target.Port, null), target.HealthEndpoint ?? "", options.Limit, ct),
        _ => new HttpProbe(guard).RunAsync(ServiceAddress.Http(target.Protocol, target.Host, target.Port, target.HealthEndpoint), options.Limit, ct),
    };

    private static string Shortened(string text) => text.Length <= LongestError ? text : string.Concat(text.AsSpan(0, LongestError - 1), "…");
}

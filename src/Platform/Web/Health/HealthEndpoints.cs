using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Alicerce.Platform.Web.Health;

/// <summary>Is the process alive, and can it do its work? Bare, without a token, for load balancers and probes (D15).</summary>
public static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The process answers.</summary>
    public sealed record Health(string Status, string Service, string Version);

    /// <summary>What the process needs, one entry a dependency.</summary>
    public sealed record Readiness(string Status, string Service, string Version, IReadOnlyList<Dependency> Dependencies);

    /// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
    /// <param name="Reason">Null while healthy.</param>
    public sealed record Dependency(string Name, string Status, double LatencyMs, string? Reason);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => TypedResults.Ok(new Health("healthy", ServiceInfo.Name, ServiceInfo.Version)))
            .AllowAnonymous().WithTags("Health").WithSummary("Whether the process is alive");
        routes.MapGet("/health/ready", ReadyAsync)
            .AllowAnonymous().WithTags("Health").WithSummary("Whether everything the process needs answers")
            .Produces<Readiness>().Produces<Readiness>(503);
    }

    private static async Task<IResult> ReadyAsync(NpgsqlDataSource source, TimeProvider clock, CancellationToken ct)
    {
        var postgres = await ProbePostgresAsync(source, clock, ct);
        var isReady = postgres.Reason is null;
        var readiness = new Readiness(isReady ? "healthy" : "unhealthy", ServiceInfo.Name, ServiceInfo.Version, [postgres]);
        return Results.Json(readiness, statusCode: isReady ? 200 : 503);
    }

    private static async Task<Dependency> ProbePostgresAsync(NpgsqlDataSource source, TimeProvider clock, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Patience);
        var started = clock.GetTimestamp();
        string? reason = null;
        try
        {
            await using var command = source.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(timeout.Token);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // Anybody may read this, so it tells that PostgreSQL does not answer and nothing about where it is.
            reason = e is OperationCanceledException or TimeoutException ? "no answer in time" : "no connection";
        }

        var latency = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 2);
        return new Dependency("postgresql", reason is null ? "healthy" : "unhealthy", latency, reason);
    }
}

using System.Text.Json;
using Alicerce.Modules.Resources.Rows;
using Words = Alicerce.Modules.Resources.Services.Health.HealthStatus;

namespace Alicerce.Modules.Resources.Services;

/// <summary>A service in answers.</summary>
/// <param name="Url">As people read it, <c>tcp://host:port</c> too.</param>
/// <param name="HealthStatus">With what it depends on: a healthy service whose dependency is down is degraded.</param>
/// <param name="OwnHealthStatus">What looks at the service itself found.</param>
/// <param name="Reason">Why it is not healthy.</param>
/// <param name="LatencyMs">Of the last look; null when it failed.</param>
internal record ServiceView(
    int Id, string Name, string ServiceType, string Host, int Port, string Protocol, string Url, string? HealthEndpoint, int HealthInterval, int? HeartbeatTtl, string HealthStatus,
    string OwnHealthStatus, string? Reason, double? LatencyMs, DateTimeOffset? LastHealthCheck, DateTimeOffset? LastHeartbeat, DateTimeOffset? StatusSince, int ConsecutiveFailures,
    int? ProjectId, int? EnvironmentId, string[] DependsOn, bool IsApproved, JsonElement Metadata, DateTimeOffset RegisteredAt, DateTimeOffset UpdatedAt)
{
    /// <param name="service">The row.</param>
    /// <param name="down">What is said of a dependency that is down; null when none is.</param>
    public static ServiceView Of(RegisteredService service, string? down = null)
    {
        var own = service.HealthStatus;
        var suffers = down is not null && own is Words.Healthy;
        return new ServiceView(
            service.Id, service.Name, service.ServiceType, service.Host, service.Port, service.Protocol, ServiceAddress.Text(service.Protocol, service.Host, service.Port, service.HealthEndpoint),
            service.HealthEndpoint, service.HealthInterval, service.HeartbeatTtl, suffers ? Words.Degraded : own, own, service.LastError ?? down, service.LastLatencyMs,
            service.LastHealthCheck, service.LastHeartbeat, service.StatusSince, service.ConsecutiveFailures, service.ProjectId, service.EnvironmentId, service.DependsOn, service.IsApproved,
            JsonElement.Parse(service.MetadataJson), service.CreatedAt, service.UpdatedAt);
    }
}

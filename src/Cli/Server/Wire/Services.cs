using System.Text.Json;

namespace Alicerce.Cli.Server.Wire;

internal sealed record RemoteService(
    int Id, string Name, string ServiceType, string Host, int Port, string Url, string HealthStatus, string? Reason = null, double? LatencyMs = null, DateTimeOffset? LastHealthCheck = null,
    int? ProjectId = null, int? EnvironmentId = null, IReadOnlyList<string>? Warnings = null, string? OwnHealthStatus = null);

/// <summary>A service to register: null leaves a member as usual.</summary>
internal sealed record ServiceInput(
    string Name, string Host, int Port, string? ServiceType = null, string? Protocol = null, string? HealthEndpoint = null, int? HealthInterval = null, int? HeartbeatTtl = null,
    int? ProjectId = null, int? EnvironmentId = null, IReadOnlyList<string>? DependsOn = null, JsonElement? Metadata = null);

/// <summary>Names instances of a service.</summary>
internal sealed record ServiceReference(string Name, int? ProjectId = null, int? EnvironmentId = null, string? Host = null, int? Port = null);

internal sealed record DiscoveredService(int Id, string Name, string Host, int Port, string Url, string HealthStatus, double? LatencyMs = null, string? OwnHealthStatus = null, string? Reason = null);

internal sealed record DeregisterAnswer(bool Success, int Removed);

internal sealed record HeartbeatAnswer(string Service, DateTimeOffset NextBefore);

internal sealed record ServiceDetails(RemoteService Service, double? Uptime, int Looks, double? AverageLatencyMs, IReadOnlyList<ServiceLook> History);

internal sealed record ServiceLook(DateTimeOffset CheckedAt, bool Succeeded, double? LatencyMs = null, string? Error = null);

internal sealed record ServiceCheckResult(string Status, string Url, double? LatencyMs = null, DateTimeOffset? LastCheck = null, string? Reason = null);

namespace Alicerce.Contracts.Resources;

/// <summary>A fact: a registered service is in another state of health than before. Told once a change, in the transaction that stores it.</summary>
/// <param name="ProjectId">Null for a service of the house.</param>
/// <param name="From"><c>unknown</c> before the first look, then <c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Reason">Why it is not healthy, in few words; null when it is.</param>
public sealed record ServiceHealthChanged(
    int ServiceId, string Name, int? ProjectId, int? EnvironmentId, string Host, int Port, string From, string To, string? Reason, double? LatencyMs, DateTimeOffset At)
{
    /// <summary>Its stable written name.</summary>
    public const string Type = "service.health_changed";
}

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>What has to be known of a service to look at it.</summary>
/// <param name="Owner">Its project; 0 for the house.</param>
internal sealed record LookTarget(int Id, string Host, int Port, string Protocol, string? HealthEndpoint, bool IsApproved, int Owner = 0);

/// <summary>One look at a service.</summary>
/// <param name="At">When it began.</param>
/// <param name="LatencyMs">Null when it failed.</param>
/// <param name="Error">What was wrong, in few words; null when nothing was.</param>
internal sealed record Look(int ServiceId, DateTimeOffset At, bool Succeeded, bool Slow, double? LatencyMs, string? Error);

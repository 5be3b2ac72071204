using Alicerce.Outbound;

namespace Alicerce.Modules.Resources.Services.Health;

/// <summary>Bounds of looking at services; settings are named at the properties that have one.</summary>
internal sealed record HealthOptions
{
    public const string RetentionSetting = "ALICERCE_SERVICE_CHECK_RETENTION_DAYS";
    public const int LongestRetention = 365;

    /// <summary>For one look, the look-up of the name included (T004-26).</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>An answer that takes longer degrades the service.</summary>
    public TimeSpan Slow { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Looks at once. They only wait for the network, so this is bounded by sockets and not by processors.</summary>
    public int Concurrency { get; init; } = 256;

    /// <summary>Looks at once at the services of one owner, in all processes together: the other slots are there for the others.</summary>
    public int OwnerConcurrency { get; init; } = 128;

    /// <summary>A process that takes a service has ended its look by then, or has died: until then nobody else takes it.</summary>
    public TimeSpan Lease => Limit + TimeSpan.FromSeconds(10);

    /// <summary>The most looks that are written in one transaction.</summary>
    public int BatchSize { get; init; } = 100;

    public TimeSpan RoundInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Someone who asks for a look is told the one before when it is younger: asking again and again is no way to flood a service.</summary>
    public TimeSpan YoungestLook { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Someone who asks for looks at many services waits no longer; the rest is answered as it was.</summary>
    public TimeSpan LongestRequest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary><c>ALICERCE_SERVICE_CHECK_RETENTION_DAYS</c>: looks that are older are forgotten.</summary>
    public int RetentionDays { get; init; } = 7;

    public ConnectGuardOptions Connections { get; init; } = new();
}

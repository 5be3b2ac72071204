using Alicerce.Modules.Resources.Rows;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>A port that somebody wants for a service.</summary>
/// <param name="Host">Canonical.</param>
internal sealed record PortWish(string Service, string Host, Owner Owner)
{
    public string Type { get; init; } = "app";

    public string BindAddress { get; init; } = PortAllocation.Every;

    public int? Preferred { get; init; }

    /// <summary>Nothing but the preferred port will do.</summary>
    public bool Exactly { get; init; }

    /// <summary>What runs there, if that is known.</summary>
    public ContainerFacts Container { get; init; } = ContainerFacts.None;

    /// <summary>The one that an environment gets when it is created.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>On the server's own machine, ports that something listens on are passed over. Not for what is known to listen there itself.</summary>
    public bool AskTheSystem { get; init; } = true;
}

/// <summary>A held port, as much of it as the allocator needs.</summary>
internal sealed record HeldPort(int Id, string? Service, int Port, string Type, string Host, string BindAddress, string Status, string? Reason, Owner Owner, ContainerFacts Container);

/// <summary>What a compose file says of the service behind a port.</summary>
/// <param name="Port">Inside of the container.</param>
/// <param name="PartOf">The service whose further port it is; null for its first one.</param>
internal sealed record ContainerFacts(int? Port, string? Image, string? PartOf)
{
    public static readonly ContainerFacts None = new(null, null, null);
}

/// <summary>What came of a wish: a port, or the reason why there is none.</summary>
internal abstract record PortAnswer
{
    /// <param name="IsNew">False where the service had it already.</param>
    public sealed record Given(HeldPort Held, bool IsNew) : PortAnswer;

    /// <summary>The service has a port on this host, and is somebody else's.</summary>
    public sealed record ServiceIsTaken(HeldPort By) : PortAnswer;

    /// <summary>The one port that would do is not free.</summary>
    /// <param name="By">Null when the operating system uses it.</param>
    /// <param name="NextFree">Null when there is none above it.</param>
    public sealed record PortIsTaken(string Host, int Port, HeldPort? By, int? NextFree) : PortAnswer;

    public sealed record InAnotherRange(int Port, PortSpan Range) : PortAnswer;

    public sealed record NoSuchType(IReadOnlyList<string> Known) : PortAnswer;

    /// <summary>ResourceExhaustedError of the source.</summary>
    public sealed record Exhausted(string Host) : PortAnswer;

    /// <summary>The project or the environment has just been deleted.</summary>
    public sealed record OwnerIsGone : PortAnswer;
}

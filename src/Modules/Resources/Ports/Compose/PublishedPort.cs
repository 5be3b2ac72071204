namespace Alicerce.Modules.Resources.Ports.Compose;

/// <summary>A port of the host that a compose file gives to a service.</summary>
/// <param name="Service">Its name in the file.</param>
/// <param name="Port">On the host.</param>
/// <param name="Target">Inside of the container.</param>
/// <param name="Image">Of the container; null when the file builds it.</param>
/// <param name="Address">Of the host, as it is written there; null for all of them.</param>
internal sealed record PublishedPort(string Service, int Port, int Target, string? Image, string? Address, int Line);

/// <summary>A port of the file that is no allocation, and why.</summary>
internal sealed record PassedOver(string Service, string Port, string Why, int Line);

/// <summary>What stands in a compose file; mistakes carry the line.</summary>
internal sealed record ComposePorts(IReadOnlyList<PublishedPort> Ports, IReadOnlyList<PassedOver> PassedOver, IReadOnlyList<string> Mistakes);

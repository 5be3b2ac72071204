namespace Alicerce.Cli.Server.Wire;

internal sealed record RemotePort(
    int Port, string Label, string PortType, string Host, string BindAddress, string Status, int? ProjectId = null, int? EnvironmentId = null, string? ReservedReason = null,
    DateTimeOffset? ReservedUntil = null, DateTimeOffset? AllocatedAt = null, DateTimeOffset? ReleasedAt = null);

internal sealed record AllocateInput(string ServiceName, string PortType, string Host, int? ProjectId, int? EnvironmentId, int? PreferredPort, string? BindAddress);

internal sealed record AllocateAnswer(int Port, string Service, string Host, bool IsNew, IReadOnlyList<string> Warnings);

internal sealed record ReleaseInput(string? ServiceName, int? Port, string Host, string? BindAddress);

internal sealed record ReleaseAnswer(int Port, string Host, string? Service = null, IReadOnlyList<int>? Ports = null);

internal sealed record ReserveInput(int Port, string Host, string? Reason, string? ServiceName, int? ProjectId, int? EnvironmentId, string? BindAddress, DateTimeOffset? ReservedUntil, string? PortType);

internal sealed record ReserveAnswer(int Port, string Host, IReadOnlyList<string> Warnings, string? Service = null);

internal sealed record PortHolder(string Text);

internal sealed record LocalProcess(int Pid, string Name);

internal sealed record PortCheck(
    int Port, string Host, bool Available, IReadOnlyList<string> Warnings, string? Reason = null, PortHolder? Holder = null, LocalProcess? Process = null, int? NextFree = null);

internal sealed record RemoteRange(string Name, int Start, int End, string Host, int Size, int Used, int Free, string? Description = null);

internal sealed record RangeInput(int Start, int End, string Host, string? Description);

internal sealed record ImportInput(string Compose, string Host, int? ProjectId, int? EnvironmentId, bool Preview);

internal sealed record ImportAnswer(string Host, IReadOnlyList<ImportedPort> Ports, IReadOnlyList<PassedOverPort> PassedOver);

internal sealed record ImportedPort(string ServiceName, int Port, string PortType, string BindAddress, int Line, string Outcome, string? Message = null, int? ContainerPort = null, string? Image = null);

internal sealed record PassedOverPort(string Service, string Port, string Why, int Line);

internal sealed record DriftAnswer(string Host, IReadOnlyList<ClosedPort> Closed, IReadOnlyList<OpenPort> Unknown, bool IsComplete, IReadOnlyList<Disagreement>? Disagreements = null, IReadOnlyList<int>? Own = null);

/// <summary>A service that is registered at another port than the list says.</summary>
internal sealed record Disagreement(string ServiceName, string Host, int RegisteredPort, IReadOnlyList<int> AllocatedPorts);

internal sealed record ClosedPort(int Port, string PortType, string? ServiceName = null);

internal sealed record OpenPort(int Port, LocalProcess? Process = null);

internal sealed record RemoteHostAlias(string Alias, string Host);

internal sealed record HostInput(string Host);

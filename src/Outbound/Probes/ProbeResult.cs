namespace Alicerce.Outbound.Probes;

/// <summary>What one look at a service found.</summary>
/// <param name="Healthy">It answered, and its answer says that it works.</param>
/// <param name="Latency">From the first look-up of the name to the answer, or to the end of the attempt.</param>
/// <param name="Reason">In few words what was answered or went wrong; never anything of a body.</param>
public sealed record ProbeResult(bool Healthy, TimeSpan Latency, string Reason);

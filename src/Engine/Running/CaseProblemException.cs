namespace Alicerce.Engine.Running;

/// <summary>Ends an attempt with status <c>error</c>, one of <see cref="Reasons"/> and a sentence for a person. Never leaves the runner.</summary>
internal sealed class CaseProblemException(string reason, string message) : Exception(message)
{
    public string Reason { get; } = reason;
}

namespace Alicerce.Engine.Running;

/// <summary>Ends a case with status <c>skipped</c>, one of <see cref="Reasons"/> and a sentence for a person. Never leaves the runner.</summary>
internal sealed class CaseSkippedException(string reason, string message) : Exception(message)
{
    public string Reason { get; } = reason;
}

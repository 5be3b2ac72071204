namespace Alicerce.Engine.Cases;

/// <summary>What HTTP promises of a method (RFC 9110 §9.2).</summary>
public static class RequestMethods
{
    private static readonly HashSet<string> Safe = new(StringComparer.OrdinalIgnoreCase) { "GET", "HEAD", "OPTIONS", "TRACE" };
    private static readonly HashSet<string> Idempotent = new(Safe, StringComparer.OrdinalIgnoreCase) { "PUT", "DELETE" };

    /// <summary>No request of these steps asks the target to change anything.</summary>
    public static bool AreSafe(IEnumerable<Step> steps) => All(steps, Safe);

    /// <summary>Sent twice, these steps change no more than sent once.</summary>
    public static bool AreIdempotent(IEnumerable<Step> steps) => All(steps, Idempotent);

    private static bool All(IEnumerable<Step> steps, HashSet<string> methods) => steps.All(step => step.Request is not { } request || methods.Contains(request.Method));
}

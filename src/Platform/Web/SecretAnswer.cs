using Microsoft.AspNetCore.Builder;

namespace Alicerce.Platform.Web;

/// <summary>The answer holds a secret that is shown once: it is neither kept for an <c>Idempotency-Key</c>, nor tagged, nor compressed.</summary>
public sealed record SecretAnswer;

public static class SecretAnswers
{
    /// <summary>Says so of an endpoint.</summary>
    public static RouteHandlerBuilder AnswersWithSecret(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new SecretAnswer());
}

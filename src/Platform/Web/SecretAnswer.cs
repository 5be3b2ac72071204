using Microsoft.AspNetCore.Builder;

namespace Alicerce.Platform.Web;

/// <summary>The answer holds a secret that is shown once: it is never kept for an <c>Idempotency-Key</c>.</summary>
internal sealed record SecretAnswer;

internal static class SecretAnswers
{
    public static RouteHandlerBuilder AnswersWithSecret(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new SecretAnswer());
}

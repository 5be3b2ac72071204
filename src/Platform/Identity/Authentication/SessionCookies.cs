using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alicerce.Platform.Identity;

/// <summary>
/// Signs a browser in by its cookie, but only for a request that no other page can send: SameSite ignores ports, and the applications under
/// test live on the same host (D8). Who fails these rules is nobody, and is told why.
/// </summary>
internal sealed class SessionCookies(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, CallerDirectory callers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { Length: > 0 } token || Context.Features.Get<BareRoute>() is not null) return AuthenticateResult.NoResult();
        var csrfToken = SessionCookie.CsrfTokenOf(token);
        if (WhyNotFromOurOwnPage(csrfToken) is { } reason)
        {
            Context.Features.Set(new NotLetIn(Problem.Forbidden("auth.not_our_page", reason)));
            return AuthenticateResult.Fail(reason);
        }

        if (await callers.FindBySessionAsync(token, Context.RequestAborted) is not { Session: { } session } caller) return AuthenticateResult.Fail("The session has ended.");
        return SignedIn.As(Context, caller with { Session = session with { CsrfToken = csrfToken } }, SchemeName);
    }

    private string? WhyNotFromOurOwnPage(string csrfToken)
    {
        if (!Request.Path.StartsWithSegments("/api/v1")) return "A session counts only under /api/v1.";
        var own = $"{Request.Scheme}://{Request.Host}";
        if (Request.Headers.Origin is [{ } origin] && !string.Equals(origin, own, StringComparison.OrdinalIgnoreCase)) return "The request comes from a page of another origin.";
        if (HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method))
            return Request.IsFromAnotherPage() ? "The request comes from a page of another origin." : null;
        if (Request.Headers.Origin.Count != 1) return "A change by a browser needs its Origin header.";
        if (!IsOurContentType()) return "A change by a browser is sent as application/json.";
        return Request.Headers[SessionCookie.CsrfHeader] is [{ } sent] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(csrfToken))
            ? null
            : $"{SessionCookie.CsrfHeader} is missing or wrong; GET /api/v1/auth/me tells it.";
    }

    private bool IsOurContentType()
    {
        if (Request.HasJsonContentType()) return true;
        var isUpload = Context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null;
        return isUpload && Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
    }
}

/// <summary>Why somebody is not let in, where the sender is told: a page that could be another's, or a wrong internal key.</summary>
internal sealed record NotLetIn(Problem Problem);

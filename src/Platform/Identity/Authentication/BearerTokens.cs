using System.Text.Encodings.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alicerce.Platform.Identity;

/// <summary>Signs a request in by <c>Authorization: Bearer …</c>: an access token of ours, or a JWT of the identity provider. No token in an address is ever accepted (D8).</summary>
internal sealed class BearerTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, CallerDirectory callers, BearerJwts? jwts = null)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header is not [{ } value] || !value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var token = value[Prefix.Length..].Trim();
        var found = jwts is not null && TokenValidator.LooksLikeOne(token) ? jwts.FindAsync(token, Context.RequestAborted) : callers.FindByTokenAsync(token, Context.RequestAborted);
        return await found is { } caller
            ? SignedIn.As(Context, caller, SchemeName)
            : AuthenticateResult.Fail("The token is not valid.");
    }

    /// <summary>Also answers for the other schemes.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Context.Features.Get<NotLetIn>() is { Problem: { } problem } ? Answer.WriteAsync(Context, problem) : base.HandleChallengeAsync(properties);
    }

    /// <summary>Also answers for the other schemes.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Context.Features.Get<RoleNeeded>() is { Problem: { } problem } ? Answer.WriteAsync(Context, problem) : base.HandleForbiddenAsync(properties);
}

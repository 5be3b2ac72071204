using System.Security.Cryptography;
using System.Text;
using Alicerce.Outbound;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Identity;

/// <summary>Signing in by the provider: authorization code with PKCE (S001-AUTH-01).</summary>
internal sealed class OidcSignIn(
    OidcOptions options, ProviderClient provider, TokenValidator validator, ExternalUsers users, CallerDirectory callers, ILogger<OidcSignIn> log)
{
    public static readonly Problem NotSetUp = Problem.NotFound("auth.no_provider", "No identity provider is set up for signing in: an admin sets OIDC_ISSUER, OIDC_AUDIENCE and OIDC_CLIENT_ID.");
    public static readonly Problem NotFromHere = Problem.Forbidden("auth.not_our_page", "A page of another origin cannot begin a sign-in: open this server yourself, and sign in there.");
    public static readonly Problem Failed = Problem.Unauthorized("auth.provider_sign_in_failed", "Signing in with the identity provider did not work; begin again at /api/v1/auth/oidc/start.");
    public static readonly Problem Away = Problem.Unavailable("auth.provider_away", "The identity provider does not answer as it should; try again.", TimeSpan.FromSeconds(5));

    /// <summary>Where the browser has to go; null when the provider does not say.</summary>
    public async Task<string?> AddressAsync(SignInSecret secret, string callback, CancellationToken ct)
    {
        if (options.ClientId is not { } client || await AskAsync(provider.ReadMetadataAsync(ct), ct) is not { Authorization: { } address }) return null;
        var query = new QueryBuilder
        {
            { "response_type", "code" }, { "client_id", client }, { "redirect_uri", callback }, { "scope", "openid profile email" },
            { "state", secret.State }, { "nonce", secret.Nonce }, { "code_challenge", secret.Challenge }, { "code_challenge_method", "S256" },
        };
        return $"{address}{(address.Query.Length > 0 ? "&" + query.ToString()[1..] : query)}";
    }

    /// <summary>The user whom the provider's answer is about; null when it is not to be believed.</summary>
    /// <param name="answer">What came back with the browser.</param>
    /// <param name="secret">What that browser left with.</param>
    /// <param name="callback">As it was sent to the provider.</param>
    public async Task<int?> UserAsync(SignInAnswer answer, SignInSecret? secret, string callback, CancellationToken ct)
    {
        if (secret is null || !Same(answer.State, secret.State)) return Refuse("the state is not this browser's");
        if (answer.Issuer is { } issuer && issuer != options.Issuer) return Refuse("the answer is another issuer's");
        if (answer.Code is not { Length: > 0 and <= 4096 } code) return Refuse("the provider sent no code");
        if (await AskAsync(provider.ExchangeAsync(code, secret.Verifier, callback, ct), ct) is not { } tokens) return null;

        var verdict = await validator.CheckAsync(tokens.IdToken, options.ClientId!, ct);
        if (verdict.Token is not { } id) return Refuse(verdict.Refusal!);
        if (!Same(id.Claims.Text("nonce"), secret.Nonce)) return Refuse("the nonce is not this browser's");
        if (id.Claims.TryGetProperty("azp", out _) && id.Claims.Text("azp") != options.ClientId) return Refuse("the token was made for another client");

        // Providers such as Keycloak write roles into the access token only.
        var access = tokens.AccessToken is { } text && TokenValidator.LooksLikeOne(text) ? (await validator.CheckAsync(text, options.Audience, ct)).Token : null;
        var user = await users.FindOrCreateAsync(id, access?.Subject == id.Subject ? access.Claims : id.Claims, ct);
        return user is { } known && await callers.FindByUserAsync(known, ct) is not null ? known : Refuse("the user may not come in");
    }

    private async Task<T?> AskAsync<T>(Task<T> question, CancellationToken ct)
        where T : class
    {
        try
        {
            return await question;
        }
        catch (Exception e) when (e is HttpRequestException or FormatException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Refuse(EgressRefusedException.FindIn(e)?.Message ?? (e is OperationCanceledException ? "the provider did not answer in time" : e.Message));
            return null;
        }
    }

    private int? Refuse(string reason)
    {
        log.LogWarning("A sign-in with the identity provider failed: {Reason}", reason);
        return null;
    }

    private static bool Same(string? sent, string expected) => sent is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(expected));
}

/// <summary>What the provider sends back with the browser.</summary>
/// <param name="Issuer">Of RFC 9207, where the provider sends it.</param>
internal sealed record SignInAnswer(string? Code, string? State, string? Issuer);

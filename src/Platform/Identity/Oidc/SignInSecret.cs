using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Identity;

/// <summary>
/// What a browser keeps between leaving for the provider and coming back: one random secret, from which state, nonce and PKCE verifier are
/// derived. Nothing has to be stored here, so it may come back to another process.
/// </summary>
internal sealed record SignInSecret(string Value)
{
    private const string SecureName = "__Host-alicerce-signin";
    private const string PlainName = "alicerce_signin";
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(10);

    /// <summary>Comes back in the address: the answer belongs to this browser's question.</summary>
    public string State => Derive("state");

    /// <summary>Comes back in the token: it was made for this question.</summary>
    public string Nonce => Derive("nonce");

    /// <summary>Goes to the provider with the code: nobody else can use it (RFC 7636).</summary>
    public string Verifier => Derive("verifier");

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static SignInSecret Begin(HttpContext context)
    {
        var secret = new SignInSecret(RandomToken.Create(""));
        context.Response.Cookies.Append(NameFor(context.Request), secret.Value, OptionsFor(context.Request, s_life));
        return secret;
    }

    /// <summary>Can be taken once.</summary>
    public static SignInSecret? Take(HttpContext context)
    {
        var value = context.Request.Cookies[NameFor(context.Request)];
        context.Response.Cookies.Delete(NameFor(context.Request), OptionsFor(context.Request, null));
        return value is { Length: > 0 } ? new SignInSecret(value) : null;
    }

    private string Derive(string purpose) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Value), Encoding.ASCII.GetBytes($"alicerce sign-in {purpose}")));

    private static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : PlainName;

    // Lax, because the way back is a link on the provider's page.
    private static CookieOptions OptionsFor(HttpRequest request, TimeSpan? life) =>
        new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Identity;

/// <summary>The cookie of a browser's session, and the CSRF token that belongs to it (D8).</summary>
internal static class SessionCookie
{
    public const string CsrfHeader = "X-CSRF-Token";
    private const string SecureName = "__Host-alicerce";
    private const string PlainName = "alicerce_session";
    private static readonly byte[] CsrfPurpose = "alicerce csrf token"u8.ToArray();

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public static void Write(HttpContext context, string token, DateTimeOffset expiresAt) =>
        context.Response.Cookies.Append(NameFor(context.Request), token, OptionsFor(context.Request, expiresAt));

    public static void Delete(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context.Request), OptionsFor(context.Request, null));

    /// <summary>Derived from the cookie's value, so that a page can ask for it again and nothing has to be kept.</summary>
    public static string CsrfTokenOf(string token) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), CsrfPurpose));

    /// <summary>As the browser says it; one that is too old to say anything is not held up.</summary>
    public static bool IsFromAnotherPage(this HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none");

    private static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : PlainName;

    private static CookieOptions OptionsFor(HttpRequest request, DateTimeOffset? expiresAt) =>
        new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", Expires = expiresAt, IsEssential = true };
}

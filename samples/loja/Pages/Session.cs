using System.Globalization;

namespace Loja.Pages;

/// <summary>What the shop knows of a visitor between requests: the content of the signed cookie <c>session</c>.</summary>
internal sealed record Session(
    User? User = null, long Until = 0, string? Flash = null, string? FlashType = null, int CartVisits = 0)
{
    private const string CookieName = "session";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public static Session Read(HttpRequest request, Signatures signatures) =>
        signatures.Verify<Session>(CookieName, request.Cookies[CookieName]) ?? new Session();

    public void Write(HttpResponse response, Signatures signatures) =>
        response.Cookies.Append(CookieName, signatures.Sign(CookieName, this), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });

    public Session SignedIn(User user, TimeProvider clock) => this with { User = user, Until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds() };

    public bool HasExpired(TimeProvider clock) => User is not null && Until < clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A message for the next page that is shown; it is cut, because it travels in a cookie.</summary>
    public Session WithFlash(string type, string message)
    {
        var text = new StringInfo(message);
        return this with { FlashType = type, Flash = text.LengthInTextElements > 150 ? text.SubstringByTextElements(0, 150) : message };
    }
}

using System.Net;

namespace Alicerce.Engine.Running.Http;

/// <summary>The cookies of one case: bounded, made only when a cookie arrives, and deaf to malformed ones.</summary>
internal sealed class CookieJar
{
    private const int MaxCookies = 300;
    private const int MaxPerDomain = 100;
    private const int MaxLength = 8192;

    private CookieContainer? _cookies;

    public bool IsEmpty => _cookies is null or { Count: 0 };

    public void Store(Uri url, Answer answer)
    {
        if (!answer.HasHeader("Set-Cookie")) return;
        _cookies ??= new CookieContainer(MaxCookies, MaxPerDomain, MaxLength);
        foreach (var header in answer.HeaderValues("Set-Cookie")) Keep(() => _cookies.SetCookies(url, header));
    }

    /// <summary>Value of the Cookie header for a URL; null when there is none to send.</summary>
    public string? HeaderFor(Uri url) => _cookies?.GetCookieHeader(url) is { Length: > 0 } header ? header : null;

    public string? Value(Uri url, string name) => _cookies?.GetCookies(url)[name]?.Value;

    /// <summary>A jar that starts with the same cookies and then goes its own way.</summary>
    public CookieJar Copy()
    {
        var copy = new CookieJar();
        if (IsEmpty) return copy;
        copy._cookies = new CookieContainer(MaxCookies, MaxPerDomain, MaxLength);
        foreach (Cookie cookie in _cookies!.GetAllCookies()) Keep(() => copy._cookies.Add(cookie));
        return copy;
    }

    /// <summary>A malformed cookie is dropped, as a browser does; assertions still see the header.</summary>
    private static void Keep(Action add)
    {
        try
        {
            add();
        }
        catch (CookieException)
        {
            return;
        }
    }
}

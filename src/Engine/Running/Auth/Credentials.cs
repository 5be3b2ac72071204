using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Http;

namespace Alicerce.Engine.Running.Auth;

/// <summary>What a profile adds to each request: a header, a query parameter or the cookies of a login.</summary>
internal sealed record Credentials(NameValue? Header = null, NameValue? QueryParameter = null, CookieJar? Cookies = null)
{
    public static readonly Credentials None = new();
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Identity;

/// <summary>What every way of coming in ends with: the caller is known to the request, and to its log line (T001-21).</summary>
internal static class SignedIn
{
    public const string UserIdClaim = "user_id";

    public static AuthenticateResult As(HttpContext context, Caller caller, string scheme)
    {
        context.Features.Set(caller);
        var identity = new ClaimsIdentity([new Claim(UserIdClaim, $"{caller.UserId}"), new Claim(ClaimTypes.Name, caller.Name)], scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), scheme));
    }
}

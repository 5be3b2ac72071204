using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Identity;

/// <summary>The two addresses that a browser passes on its way to the provider and back. No program calls them, so the description leaves them out.</summary>
internal static class OidcEndpoints
{
    private const string Callback = "/api/v1/auth/oidc/callback";

    public static void Map(IEndpointRouteBuilder api)
    {
        var oidc = api.MapGroup("/auth/oidc").WithTags("Sign-in").AcrossProjects().AllowAnonymous().ExcludeFromDescription();
        oidc.MapGet("/start", StartAsync);
        oidc.MapGet("/callback", ReturnAsync);
    }

    private static async Task StartAsync(HttpContext http)
    {
        var ct = http.RequestAborted;
        if (http.Request.IsFromAnotherPage()) await Answer.WriteAsync(http, OidcSignIn.NotFromHere);
        else if (Find(http) is not { } signIn) await Answer.WriteAsync(http, OidcSignIn.NotSetUp);
        else if (await signIn.AddressAsync(SignInSecret.Begin(http), CallbackOf(http.Request), ct) is { } address) http.Response.Redirect(address);
        else await Answer.WriteAsync(http, OidcSignIn.Away);
    }

    private static async Task ReturnAsync(HttpContext http)
    {
        var ct = http.RequestAborted;
        var secret = SignInSecret.Take(http);
        var answer = new SignInAnswer(One(http, "code"), One(http, "state"), One(http, "iss"));
        if (Find(http) is not { } signIn)
        {
            await Answer.WriteAsync(http, OidcSignIn.NotSetUp);
            return;
        }

        if (await signIn.UserAsync(answer, secret, CallbackOf(http.Request), ct) is not { } user)
        {
            await http.RequestServices.GetRequiredService<SignInAttempts>().RefuseAsync(null, "provider", ct);
            await Answer.WriteAsync(http, OidcSignIn.Failed);
            return;
        }

        var (token, expiresAt) = await http.RequestServices.GetRequiredService<SessionStore>().BeginAsync(user, "provider", http.Request.Headers.UserAgent, SessionCookie.Read(http.Request), ct);
        SessionCookie.Write(http, token, expiresAt);
        http.Response.Redirect("/");
    }

    private static OidcSignIn? Find(HttpContext http) =>
        http.RequestServices.GetService<OidcOptions>() is { ClientId: not null } ? http.RequestServices.GetRequiredService<OidcSignIn>() : null;

    private static string? One(HttpContext http, string name) => http.Request.Query[name] is [{ } value] ? value : null;

    private static string CallbackOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{Callback}";
}

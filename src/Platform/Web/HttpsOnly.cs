using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web;

/// <summary>
/// Sends who only reads to HTTPS and refuses the rest: a token or a body that came in plain has been seen already, and must not be sent again
/// without anybody noticing (S001-SEC-13). Probes of load balancers stay plain. TLS itself is the gateway's, see <c>ALICERCE_TRUSTED_PROXIES</c>.
/// </summary>
internal static class HttpsOnly
{
    private static readonly Problem s_plain = Problem.Forbidden("platform.https_required", "This server is reached by https only: write https:// in the address, and change a token or password that was sent in plain.");

    public static Task Answer(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.IsHttps || request.Path.StartsWithSegments("/health")) return next(context);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return Web.Answers.Answer.WriteAsync(context, s_plain);
        context.Response.Redirect($"https://{request.Host.Host}{request.PathBase}{request.Path}{request.QueryString}", permanent: true, preserveMethod: true);
        return Task.CompletedTask;
    }
}

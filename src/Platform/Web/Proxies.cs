using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Alicerce.Platform.Web;

/// <summary>Tells what a proxy passed on, trusted or not.</summary>
internal static class Proxies
{
    // A trusted proxy's header has been taken over and renamed when anybody asks.
    private static readonly string[] s_traces = [ForwardedHeadersDefaults.XForwardedForHeaderName, ForwardedHeadersDefaults.XOriginalForHeaderName, "Forwarded"];

    public static bool WasPassedOn(this HttpRequest request) => s_traces.Any(request.Headers.ContainsKey);
}

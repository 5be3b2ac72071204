using Loja.Api;
using Loja.Pages;

namespace Loja;

/// <summary>The outermost ring: headers that every answer carries, and what is answered when something inside fails.</summary>
internal static class Edge
{
    public static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        AddHeaders(http);
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            await FailAsync(http, refused.StatusCode, refused.Message);
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await FailAsync(http, StatusCodes.Status500InternalServerError, $"Traceback (most recent call last):\n{failure.Message}");
        }
    }

    private static void AddHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (!http.RequestServices.GetRequiredService<Faults>().Has(Fault.SecurityHeaderMissing)) headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'";
        headers.CacheControl = "no-store";
    }

    private static Task FailAsync(HttpContext http, int status, string text)
    {
        http.Response.Clear();
        AddHeaders(http);
        return http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? Problems.Of(status).ExecuteAsync(http)
            : PageServer.ErrorAsync(http, status, status >= 500 ? "Runtime Error" : "Bad Request", text);
    }
}

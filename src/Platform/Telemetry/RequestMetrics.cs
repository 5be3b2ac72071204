using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Alicerce.Platform.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Alicerce.Platform.Telemetry;

/// <summary>
/// Counts and times every request, failed ones too (T001-80), and names its span. Requests are told apart by route template: an id in an
/// address never makes a series of its own (T001-79).
/// </summary>
internal sealed class RequestMetrics(RequestDelegate next, HttpMetrics metrics, TimeProvider clock)
{
    private const string Unmatched = "unmatched";
    private const string OtherMethod = "other";
    private readonly ConcurrentDictionary<RoutePattern, string> _paths = new();
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        var failed = true;
        metrics.Started();
        try
        {
            await next(context);
            failed = false;
        }
        finally
        {
            var status = failed ? StatusCodes.Status500InternalServerError : context.Response.StatusCode;
            var (method, path) = (MethodOf(context), PathOf(context));
            metrics.Ended(method, path, status, IsStream(context) ? null : clock.GetElapsedTime(started));
            if (context.Caller() is { } caller) metrics.Users.Saw(caller.UserId);
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span) Describe(span, method, path, status, context.TraceIdentifier);
        }
    }

    private static string MethodOf(HttpContext context) => Array.Find(Methods, method => method == context.Request.Method) ?? OtherMethod;

    private string PathOf(HttpContext context) => context.GetEndpoint() is RouteEndpoint endpoint ? _paths.GetOrAdd(endpoint.RoutePattern, Plain) : Unmatched;

    /// <summary>The template without constraints, as the API's description prints it.</summary>
    private static string Plain(RoutePattern pattern) =>
        $"/{string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternLiteralPart literal => literal.Content,
            _ => ((RoutePatternSeparatorPart)part).Content,
        }))))}";

    private static bool IsStream(HttpContext context) => context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true;

    private static void Describe(Activity span, string method, string path, int status, string correlationId)
    {
        span.DisplayName = $"{method} {path}";
        span.SetTag("http.request.method", method);
        span.SetTag("http.route", path);
        span.SetTag("http.response.status_code", status);
        span.SetTag("correlation_id", correlationId);
        if (status >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error, status.ToString(CultureInfo.InvariantCulture));
    }
}

using Alicerce.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Alicerce.Platform.Web;

/// <summary>
/// Brings the other names of an address to the one that is mapped: <c>/api/x</c> is pinned to <c>/api/v1/x</c> and never moves
/// (T001-09), and the sources' bare routes become <c>/api/v1</c> with a mark. Runs before routing.
/// </summary>
internal static class Addresses
{
    public static Task Rewrite(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api", out var rest))
        {
            if (rest == MetricsEndpoint.Path) request.Path = rest;
            else if (!IsVersioned(rest)) request.Path = "/api/v1" + rest;
        }
        else if (SourceRoutes.Match(request.Path) is { } template)
        {
            context.Features.Set(new BareRoute(template));
            request.Path = "/api/v1" + request.Path;
            request.Headers.Cookie = StringValues.Empty;
            ReadBodyAsJson(request);
        }

        return next(context);
    }

    // The commands printed in the sources post JSON as curl does without a header. A page of another origin can send such a body too,
    // but never with an Authorization header.
    private static void ReadBodyAsJson(HttpRequest request)
    {
        var isUntyped = string.IsNullOrEmpty(request.ContentType) || request.ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        if (isUntyped && request.Headers.Authorization.Count > 0 && HttpMethods.IsGet(request.Method) is false) request.ContentType = "application/json";
    }

    private static bool IsVersioned(PathString rest)
    {
        var path = rest.Value.AsSpan().TrimStart('/');
        var end = path.IndexOf('/');
        var segment = end < 0 ? path : path[..end];
        return segment.Length > 1 && segment[0] == 'v' && !segment[1..].ContainsAnyExceptInRange('0', '9');
    }
}

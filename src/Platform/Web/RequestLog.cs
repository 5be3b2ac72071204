using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alicerce.Platform.Web;

/// <summary>One line a request, written when the body is out, failures included (S001-OBS-04, T001-01).</summary>
internal sealed class RequestLog(RequestDelegate next, ILoggerFactory loggers, TimeProvider clock)
{
    private readonly ILogger _log = loggers.CreateLogger("http.request");

    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        var path = context.Request.Path.Value ?? "/";
        try
        {
            await next(context);
        }
        finally
        {
            Write(context, path, clock.GetElapsedTime(started));
        }
    }

    private void Write(HttpContext context, string path, TimeSpan elapsed)
    {
        var status = context.Response.StatusCode;
        var level = status switch
        {
            >= 500 => LogLevel.Error,
            >= 400 => LogLevel.Warning,
            _ => LogLevel.Information,
        };
        if (!_log.IsEnabled(level)) return;
        using var scope = _log.BeginScope(new Dictionary<string, object?>
        {
            ["duration_ms"] = Math.Round(elapsed.TotalMilliseconds, 2),
            ["user_id"] = context.User.FindFirst(Identity.SignedIn.UserIdClaim)?.Value,
        });
        _log.Log(level, "{Method} {Path} {StatusCode}", context.Request.Method, path, status);
    }
}

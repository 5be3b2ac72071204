using System.Collections;
using System.Globalization;
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
        var line = new Line(context.Request.Method, path, status, Math.Round(elapsed.TotalMilliseconds, 2), context.User.FindFirst(Identity.SignedIn.UserIdClaim)?.Value);
        _log.Log(level, default, line, null, static (line, _) => line.ToString());
    }

    private sealed class Line(string method, string path, int status, double milliseconds, string? user) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 5;

        public KeyValuePair<string, object?> this[int index] => index switch
        {
            0 => new("method", method),
            1 => new("path", path),
            2 => new("status_code", status),
            3 => new("duration_ms", milliseconds),
            _ => new("user_id", user),
        };

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{method} {path} {status}");
    }
}

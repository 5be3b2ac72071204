using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web;

/// <summary>The id that ties answer, logs and jobs of one request together (S001-OBS-03). Outermost of all middleware (T001-03).</summary>
public sealed class CorrelationId(RequestDelegate next)
{
    public const string Header = "X-Request-ID";
    private const int LongestId = 64;
    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>The id of the request, or of the job's origin, that this code runs for.</summary>
    public static string? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public Task InvokeAsync(HttpContext context)
    {
        var id = context.Request.Headers[Header] is [{ } given] && IsSafe(given) ? given : Guid.NewGuid().ToString();
        context.TraceIdentifier = id;
        Ambient.Value = id;
        context.Response.Headers[Header] = id;
        return next(context);
    }

    // It is written to logs and to headers of other requests, so nothing else is taken over from outside (T001-04).
    internal static bool IsSafe(string id) =>
        id.Length is > 0 and <= LongestId && !id.AsSpan().ContainsAnyExcept(Allowed);

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
}

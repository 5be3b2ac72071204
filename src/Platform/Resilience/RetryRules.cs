using System.Net;
using System.Net.Http.Json;
using Alicerce.Outbound;
using Alicerce.Platform.Web;
using Polly.Timeout;

namespace Alicerce.Platform.Resilience;

/// <summary>What may be sent again, after what, and when (T001-29).</summary>
internal static class RetryRules
{
    private static readonly HashSet<HttpMethod> s_idempotent = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options];

    /// <summary>Twice has the effect of once, and the body can be written twice.</summary>
    public static bool MayRepeat(HttpRequestMessage request) =>
        (s_idempotent.Contains(request.Method) || request.Headers.Contains(IdempotencyKeys.Header))
        && request.Content is null or ByteArrayContent or ReadOnlyMemoryContent or JsonContent;

    public static bool OnlyReads(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options;

    /// <summary>Another try may succeed.</summary>
    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>There was no answer, or not the whole of it.</summary>
    public static bool IsNetworkFailure(Exception exception) => EgressRefusedException.FindIn(exception) is null && exception switch
    {
        HttpRequestException http => http.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded,
        TimeoutRejectedException or TimeoutException or IOException => true,
        _ => false,
    };

    /// <summary>The target does not work. One that limits us does.</summary>
    public static bool IsFailure(HttpStatusCode status) => status == HttpStatusCode.RequestTimeout || (int)status >= 500;

    /// <summary>How long the target asks us to stay away; null when it does not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - clock.GetUtcNow() : null;

    /// <param name="retry">0 before the second try.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static TimeSpan PauseBefore(int retry, ResilienceOptions options, double jitter)
    {
        var pause = options.FirstPause * Math.Pow(2, Math.Min(retry, 30)) * (1 + (jitter / 2));
        return pause < options.LongestPause ? pause : options.LongestPause;
    }
}

using System.Net;

namespace Alicerce.Cli.Server.Connection;

/// <summary>When a request that the server turned away is sent again: 429 and 503, at most <see cref="MostAttempts"/> times in all.</summary>
internal static class RetryRule
{
    public const int MostAttempts = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static bool Applies(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    /// <summary>What the server asked for, at most half a minute; without it a wait that doubles.</summary>
    /// <param name="attempt">Counted from 1.</param>
    public static TimeSpan WaitAfter(HttpResponseMessage response, int attempt, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => FirstWait * (1 << (attempt - 1)),
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked < LongestWait ? asked : LongestWait;
    }
}

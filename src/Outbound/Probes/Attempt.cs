using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Alicerce.Outbound.Probes;

/// <summary>One probe under a time limit for all of it; whatever goes wrong becomes a reason.</summary>
internal static class Attempt
{
    /// <summary>Runs <paramref name="probe"/>; it answers with whether the service is healthy, and why.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<ProbeResult> RunAsync(TimeSpan limit, Func<CancellationToken, Task<(bool Healthy, string Reason)>> probe, CancellationToken ct)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(limit);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var (healthy, reason) = await probe(timer.Token);
            return new ProbeResult(healthy, Stopwatch.GetElapsedTime(started), reason);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && ReasonOf(e, limit) is { } reason)
        {
            return new ProbeResult(false, Stopwatch.GetElapsedTime(started), reason);
        }
    }

    private static string? ReasonOf(Exception error, TimeSpan limit)
    {
        for (var at = error; at is not null; at = at.InnerException)
            if (Known(at, limit) is { } reason)
                return reason;
        return error switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "the headers of the answer are too long",
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "the connection was closed without an answer",
            HttpRequestException or IOException => "no valid answer in the expected protocol",
            _ => null,
        };
    }

    private static string? Known(Exception error, TimeSpan limit) => error switch
    {
        EgressRefusedException refused => refused.Message,
        OperationCanceledException => $"no answer within {limit.TotalSeconds:0.###} s",
        TimeoutException => error.Message,
        AuthenticationException => "the TLS certificate is not trusted, or the port does not speak TLS",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "the host name is unknown",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "connection refused",
        SocketException { SocketErrorCode: SocketError.ConnectionReset } => "the connection was closed without an answer",
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable } => "no route to the host",
        SocketException socket => $"no connection ({socket.SocketErrorCode})",
        _ => null,
    };
}

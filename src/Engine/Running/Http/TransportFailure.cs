using System.Net.Sockets;
using System.Security.Authentication;
using Alicerce.Outbound;

namespace Alicerce.Engine.Running.Http;

/// <summary>Why no whole answer came, as a reason code and one sentence.</summary>
internal sealed record TransportFailure(string Reason, string Message)
{
    /// <param name="exception">What sending or reading threw.</param>
    /// <param name="timedOut">Whether our own limit ran out.</param>
    /// <param name="limit">That limit.</param>
    public static TransportFailure Of(Exception exception, bool timedOut, TimeSpan limit)
    {
        if (EgressRefusedException.FindIn(exception) is { } refused) return new(Reasons.ConnectionRefusedByPolicy, refused.Message);
        if (timedOut) return new(Reasons.Timeout, $"No complete answer within {limit.TotalSeconds:0.###} s");
        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(Reasons.ConnectionFailed, "The target's host name is not known"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } e => new(Reasons.ConnectionFailed, IsNoTls(e)
                ? "The target does not answer in TLS; when it speaks plain HTTP, write its address with http:// in place of https://" : $"TLS failed: {Inner(e)}"),
            HttpRequestException { InnerException: SocketException or TimeoutException } e => new(Reasons.ConnectionFailed, $"The target cannot be reached: {Inner(e)}"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } e => new(Reasons.ConnectionFailed, $"The target cannot be reached: {Inner(e)}"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(Reasons.BadAnswer, "The answer's headers are longer than 64 KiB"),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => new(Reasons.BadAnswer, "The target closed the connection before its answer was complete"),
            HttpRequestException e => new(Reasons.BadAnswer, $"The answer is not valid HTTP: {Inner(e)}"),
            InvalidDataException e => new(Reasons.BadAnswer, $"The compressed body is broken: {e.Message}"),
            IOException e => new(Reasons.BadAnswer, $"The connection ended in the middle of the answer: {e.Message}"),
            OperationCanceledException => new(Reasons.ConnectionFailed, "The target did not accept a connection in time"),
            _ => new(Reasons.BadAnswer, $"{exception.GetType().Name}: {exception.Message}"),
        };
    }

    /// <summary>The first bytes are no TLS record, or the target hangs up on ours; the runtime has no code for the former, only this sentence.</summary>
    private static bool IsNoTls(HttpRequestException e) => e.InnerException is IOException or AuthenticationException { Message: "Cannot determine the frame size or a corrupted frame was received." };

    private static string Inner(Exception e) => (e.InnerException ?? e).Message;
}

using System.Net;
using System.Text.Json;
using Alicerce.Cli.Server.Wire;
using Alicerce.Outbound;

namespace Alicerce.Cli.Server.Connection;

/// <summary>Turns an answer that is no success into one message: what the server said, and what the caller can do.</summary>
internal static class ServerProblem
{
    private const int LargestBody = 256 * 1024;
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(10);

    public static async Task<UserError> ReadAsync(ServerTransport transport, HttpRequestMessage request, HttpResponseMessage response, bool hadToken, CancellationToken ct)
    {
        var body = await ReadBodyAsync(transport, response, ct);
        var status = (int)response.StatusCode;
        var said = body?.Message is { Length: > 0 } message ? PlainText.OneLine(message) : $"HTTP {status}";
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new UserError(hadToken
                ? $"The server at {transport.Address} does not accept the token. Give a valid one with --token-file FILE or {ServerToken.Variable}."
                : $"The server at {transport.Address} wants a token. Give one with --token-file FILE or {ServerToken.Variable}; the first one is in admin.token in the server's data folder (ALICERCE_DATA)."),
            HttpStatusCode.Forbidden => new UserError($"The token does not allow this: {said}"),
            < HttpStatusCode.BadRequest => new UserError(
                $"The server at {transport.Address} answers HTTP {status}{(response.Headers.Location is { } to ? $", a redirect to {PlainText.OneLine(to.ToString())}" : "")}: give the address of the Alicerce server itself.",
                ExitCodes.ServerUnavailable),
            HttpStatusCode.NotFound when body is null => new UserError(
                $"{request.RequestUri} does not exist there (HTTP 404): is {transport.Address} an Alicerce server of this version?", ExitCodes.ServerUnavailable),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new UserError(
                $"The server at {transport.Address} is busy: after {RetryRule.MostAttempts} attempts it still says {said}{RequestId(response, body)}", ExitCodes.ServerUnavailable),
            >= HttpStatusCode.InternalServerError => new UserError(
                $"The server failed at {request.Method} {request.RequestUri!.AbsolutePath}: {said}{RequestId(response, body)}", ExitCodes.ServerUnavailable),
            _ => new RefusedRequest(said, body?.Details ?? []),
        };
    }

    /// <summary>What the server's log knows this request by.</summary>
    private static string RequestId(HttpResponseMessage response, ErrorBody? body)
    {
        var id = body?.RequestId ?? (response.Headers.TryGetValues("X-Request-ID", out var ids) ? ids.FirstOrDefault() : null);
        return id is null ? "" : $" (request id {PlainText.OneLine(id)})";
    }

    private static async Task<ErrorBody?> ReadBodyAsync(ServerTransport transport, HttpResponseMessage response, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(BodyLimit, transport.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            using var body = await BoundedBody.ReadAsync(stream, LargestBody, either.Token);
            return JsonSerializer.Deserialize(body.Bytes.Span, ServerJson.Default.ErrorBody) is { Code: not null } problem ? problem : null;
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}

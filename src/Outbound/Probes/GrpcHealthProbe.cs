using System.Net;
using System.Net.Http.Headers;

namespace Alicerce.Outbound.Probes;

/// <summary>
/// Asks the standard health service of gRPC, <c>grpc.health.v1.Health/Check</c>, over HTTP/2: with prior knowledge on <c>http</c>, by ALPN on
/// <c>https</c>. SERVING is healthy.
/// </summary>
public sealed class GrpcHealthProbe(ConnectGuard guard, OutboundHttpOptions? options = null)
{
    private const int MaxAnswer = 1_024;

    /// <param name="server">Scheme, host and port.</param>
    /// <param name="service">The service asked for; empty asks for the server as a whole.</param>
    public Task<ProbeResult> RunAsync(Uri server, string service, TimeSpan limit, CancellationToken ct) => Attempt.RunAsync(limit, async inTime =>
    {
        using var invoker = OutboundHttp.CreateInvoker(guard, options);
        using var request = Request(server, service);
        using var response = await invoker.SendAsync(request, inTime);
        if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
            return (false, $"HTTP {(int)response.StatusCode}, which is no gRPC answer");

        await using var stream = await response.Content.ReadAsStreamAsync(inTime);
        using var body = await BoundedBody.ReadAsync(stream, MaxAnswer, inTime);
        if (body.Truncated)
            return (false, "the answer is too long for a health answer");
        // An error without a message stands in the headers, everything else in the trailers behind the message.
        var status = First(response.TrailingHeaders, "grpc-status") ?? First(response.Headers, "grpc-status");
        return status == "0" ? Judge(GrpcHealthMessage.StatusOf(body.Bytes.Span)) : (false, Failure(status));
    }, ct);

    private static HttpRequestMessage Request(Uri server, string service)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/grpc.health.v1.Health/Check"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(GrpcHealthMessage.Request(service)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.TryAddWithoutValidation("User-Agent", "alicerce/0");
        return request;
    }

    private static (bool Healthy, string Reason) Judge(int? status) => status switch
    {
        0 => (false, "UNKNOWN"),
        1 => (true, "SERVING"),
        2 => (false, "NOT_SERVING"),
        3 => (false, "SERVICE_UNKNOWN"),
        null => (false, "the answer is no health message"),
        _ => (false, $"unknown health status {status}"),
    };

    private static string Failure(string? status) => status switch
    {
        "5" => "SERVICE_UNKNOWN: the server does not know a service of that name",
        "7" => "PERMISSION_DENIED",
        "12" => "UNIMPLEMENTED: the server has no grpc.health.v1 service",
        "14" => "UNAVAILABLE",
        "16" => "UNAUTHENTICATED",
        { Length: <= 2 } code when code.All(char.IsAsciiDigit) => $"gRPC status {code}",
        _ => "the answer has no gRPC status",
    };

    private static string? First(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
}

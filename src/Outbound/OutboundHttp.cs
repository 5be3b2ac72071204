using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Alicerce.Outbound;

/// <summary>
/// HTTP whose every connection goes through a <see cref="ConnectGuard"/>: no system proxy, no redirects followed, no cookies kept, no
/// tracing headers added. Redirects are the caller's decision, see <see cref="Redirect"/>.
/// </summary>
public static class OutboundHttp
{
    /// <summary>A handler for an <see cref="HttpMessageInvoker"/> or <see cref="HttpClient"/>; connections are pooled by it.</summary>
    public static HttpMessageHandler CreateHandler(ConnectGuard guard, OutboundHttpOptions? options = null)
    {
        options ??= new OutboundHttpOptions();
        var sockets = new SocketsHttpHandler
        {
            ConnectCallback = async (context, ct) =>
            {
                var socket = await guard.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = options.AutomaticDecompression,
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = options.MaxConnectionsPerServer,
            MaxResponseHeadersLength = options.MaxResponseHeadersKib,
            MaxResponseDrainSize = options.MaxResponseDrainBytes,
            PooledConnectionLifetime = options.PooledConnectionLifetime,
            ActivityHeadersPropagator = null,
        };
        if (options.ValidateCertificate is { } validate)
            sockets.SslOptions.RemoteCertificateValidationCallback = validate;
        return new TcpOnly(sockets);
    }

    /// <summary>The lean way to send: no default headers, no buffering, no time limit but the caller's token.</summary>
    public static HttpMessageInvoker CreateInvoker(ConnectGuard guard, OutboundHttpOptions? options = null) =>
        new(CreateHandler(guard, options), disposeHandler: true);

    /// <param name="timeout">Limit for a whole exchange.</param>
    /// <param name="maxBufferedBytes">Limit for bodies that the client buffers; streams are bounded by <see cref="BoundedBody"/>.</param>
    public static HttpClient CreateClient(ConnectGuard guard, TimeSpan timeout, OutboundHttpOptions? options = null, int maxBufferedBytes = 8 * 1024 * 1024)
    {
        var client = new HttpClient(CreateHandler(guard, options), disposeHandler: true) { Timeout = timeout, MaxResponseContentBufferSize = maxBufferedBytes };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("alicerce", "0"));
        return client;
    }

    /// <summary>HTTP/3 runs over UDP, which no connect callback sees: requests stay on the versions that do.</summary>
    private sealed class TcpOnly(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Version > HttpVersion.Version20)
                request.Version = HttpVersion.Version20;
            if (request.VersionPolicy == HttpVersionPolicy.RequestVersionOrHigher)
                request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

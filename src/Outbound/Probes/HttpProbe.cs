namespace Alicerce.Outbound.Probes;

/// <summary>
/// Asks an HTTP address how it is: 2xx is healthy. Redirects are not followed and the body is not read. Each run has its own connection: one
/// kept from before would not show that the service can be reached now.
/// </summary>
public sealed class HttpProbe(ConnectGuard guard, OutboundHttpOptions? options = null)
{
    public Task<ProbeResult> RunAsync(Uri url, TimeSpan limit, CancellationToken ct) => Attempt.RunAsync(limit, async inTime =>
    {
        using var invoker = OutboundHttp.CreateInvoker(guard, (options ?? new OutboundHttpOptions()) with { MaxResponseDrainBytes = 0 });
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", "alicerce/0");
        using var response = await invoker.SendAsync(request, inTime);
        var redirected = (int)response.StatusCode is >= 300 and < 400;
        return (response.IsSuccessStatusCode, $"HTTP {(int)response.StatusCode}{(redirected ? ", redirects are not followed" : "")}");
    }, ct);
}

using System.Net.Http.Headers;
using Alicerce.Outbound;

namespace Alicerce.Cli.Server.Connection;

/// <summary>
/// Sends requests to one server and to nobody else: with the token, with an Idempotency-Key on what changes something, again after 429 and
/// 503, and with a limit of time. Whatever is no success becomes a <see cref="UserError"/>.
/// </summary>
internal sealed class ServerTransport : IDisposable
{
    /// <summary>Until the headers of an answer: packing, scanning and generating happen within one request.</summary>
    private static readonly TimeSpan HeaderLimit = TimeSpan.FromMinutes(5);

    private readonly HttpMessageInvoker _http;
    private readonly Secret? _token;
    private readonly TimeProvider _clock;

    public ServerTransport(Uri address, Secret? token, TimeProvider clock)
        : this(address, token, clock, OutboundHttp.CreateInvoker(new ConnectGuard(EgressPolicy.Only(address))))
    {
    }

    internal ServerTransport(Uri address, Secret? token, TimeProvider clock, HttpMessageInvoker http) =>
        (Address, _token, _clock, _http) = (address, token, clock, http);

    public Uri Address { get; }

    public TimeProvider Clock => _clock;

    /// <param name="path">Relative to the server's address, such as <c>api/v1/projects</c>.</param>
    /// <returns>A successful answer whose body is still to be read.</returns>
    /// <exception cref="UserError">The server cannot be reached or says no.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, RequestContent? content, Action<HttpRequestHeaders>? addHeaders, CancellationToken ct)
    {
        // One key for all attempts: whichever of them arrives is done once.
        var idempotencyKey = method == HttpMethod.Get ? null : Guid.NewGuid().ToString("N");
        for (var attempt = 1; ; attempt++)
        {
            using var request = Request(method, path, content, idempotencyKey);
            addHeaders?.Invoke(request.Headers);
            var response = await SendOnceAsync(request, ct);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
            {
                if (!RetryRule.Applies(response.StatusCode) || attempt == RetryRule.MostAttempts)
                    throw await ServerProblem.ReadAsync(this, request, response, _token is not null, ct);
                await Task.Delay(RetryRule.WaitAfter(response, attempt, _clock.GetUtcNow()), _clock, ct);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path, RequestContent? content, string? idempotencyKey)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("alicerce", "0"));
        if (_token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token.Reveal());
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (content is not null)
        {
            request.Content = new ReadOnlyMemoryContent(content.Bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", content.ContentType);
        }
        return request;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(HeaderLimit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await _http.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new UserError($"The server at {Address} did not answer {request.Method} {request.RequestUri!.AbsolutePath} within {HeaderLimit.TotalMinutes:0} minutes.", ExitCodes.ServerUnavailable);
        }
        catch (HttpRequestException e) when (EgressRefusedException.FindIn(e) is { } refused)
        {
            throw new UserError($"--server {Address} is not an address that may be asked: {refused.Message}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new UserError($"The server at {Address} cannot be reached ({e.InnerException?.Message ?? e.Message}). Is it running, and is --server its address?", ExitCodes.ServerUnavailable);
        }
    }
}

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Outbound;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Resilience;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web;
using Polly.Timeout;

namespace Alicerce.Platform.Services;

/// <summary>
/// Calls one other service of the team (S001-COM-04): through the guard, which lets it reach that service only; on connections that are kept
/// (T001-30); with the id of the request or job that this code runs for; and as <see cref="ResilientHandler"/> says.
/// </summary>
public sealed class ServiceClient : IDisposable
{
    private const string SourceHeader = "X-Source-Service";
    private const string TraceHeader = "traceparent";
    private static readonly TimeSpan s_connect = TimeSpan.FromSeconds(5);

    private readonly ServiceClientOptions _options;
    private readonly ResilientHandler _handler;
    private readonly HttpMessageInvoker _http;

    /// <param name="own">Our own PostgreSQL and Redis, which no setting makes a service.</param>
    public ServiceClient(ServiceClientOptions options, OwnEndpoints own, TimeProvider clock)
    {
        _options = options;
        var guard = new ConnectGuard(EgressPolicy.Only(options.BaseUrl) with { OwnEndpoints = own }, new ConnectGuardOptions { ConnectTimeout = s_connect, Clock = clock });
        _handler = new ResilientHandler(options.Name, OutboundHttp.CreateHandler(guard, new OutboundHttpOptions { ConnectTimeout = s_connect }), options.Resilience, clock);
        _http = new HttpMessageInvoker(_handler);
    }

    /// <summary>Its name in settings, messages and metrics.</summary>
    public string Name => _options.Name;

    public CircuitBreaker Circuit => _handler.Circuit;

    /// <exception cref="ServiceCallException">The service did not answer, or did not answer with success and JSON.</exception>
    public Task<T> GetAsync<T>(string path, CancellationToken ct, ServiceCall? call = null) => SendAsync<T>(HttpMethod.Get, path, null, ct, call);

    /// <inheritdoc cref="GetAsync{T}"/>
    public Task<T> PostAsync<T>(string path, object body, CancellationToken ct, ServiceCall? call = null) => SendAsync<T>(HttpMethod.Post, path, body, ct, call);

    /// <inheritdoc cref="GetAsync{T}"/>
    /// <param name="path">Below the service's address, with its query.</param>
    /// <param name="body">Written as snake_case JSON; null sends an empty one.</param>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken ct, ServiceCall? call = null)
    {
        using var span = Traces.StartCall(Name, method);
        using var request = new HttpRequestMessage(method, AddressOf(path)) { Content = ContentOf(body) };
        AddHeaders(request.Headers, call ?? new ServiceCall());
        var what = $"{method} {request.RequestUri!.AbsolutePath} of {Name}";
        using var response = await SendAsync(request, what, span, ct);
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        if (!response.IsSuccessStatusCode)
            throw new ServiceCallException($"{what} answered {(int)response.StatusCode}{Reason(stream)}") { Status = response.StatusCode, IsAway = RetryRules.IsTransient(response.StatusCode) };
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(stream, ApiJson.Options, ct) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new ServiceCallException($"The answer to {what} cannot be read: {e.Message}", e) { Status = response.StatusCode };
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string what, Activity? span, CancellationToken ct)
    {
        try
        {
            var response = await _http.SendAsync(request, ct);
            span?.SetTag("http.response.status_code", (int)response.StatusCode);
            if (!response.IsSuccessStatusCode) span?.SetStatus(ActivityStatusCode.Error);
            return response;
        }
        catch (Exception e) when (e is CallRefusedException or TimeoutRejectedException or HttpRequestException or TimeoutException or IOException)
        {
            var why = e is TimeoutRejectedException late ? $"no answer within {late.Timeout.TotalSeconds:0.###} s" : (EgressRefusedException.FindIn(e) ?? e).Message;
            span?.SetStatus(ActivityStatusCode.Error, why);
            throw new ServiceCallException($"{what} failed: {why}", e) { IsAway = e is CallRefusedException || RetryRules.IsNetworkFailure(e) };
        }
    }

    private Uri AddressOf(string path)
    {
        var address = new Uri(_options.BaseUrl, path.TrimStart('/'));
        return _options.BaseUrl.IsBaseOf(address) && address.UserInfo.Length == 0 ? address
            : throw new ArgumentException($"A path of {Name} is below its address and is not an address of its own.", nameof(path));
    }

    private void AddHeaders(HttpRequestHeaders headers, ServiceCall call)
    {
        headers.Add(CorrelationId.Header, CorrelationId.Current ?? Guid.NewGuid().ToString());
        headers.Add(SourceHeader, ServiceInfo.Name);
        if (Traces.Parent is { } trace) headers.Add(TraceHeader, trace);
        headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (call.UserToken is { } user) headers.Authorization = new AuthenticationHeaderValue("Bearer", user.Reveal());
        else if (_options.Key is { } key) headers.Add(InternalKeys.Header, key.Reveal());
        if (call.IdempotencyKey is { } idempotency) headers.Add(IdempotencyKeys.Header, idempotency);
    }

    // S001-COM-04 wants the type on every call, also where there is nothing to type.
    private static HttpContent ContentOf(object? body)
    {
        if (body is not null) return JsonContent.Create(body, body.GetType(), options: ApiJson.Options);
        var nothing = new ByteArrayContent([]);
        nothing.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return nothing;
    }

    /// <summary>The <c>message</c> of an error in the team's own form (S001-API-07), if it is one.</summary>
    private static string Reason(Stream body)
    {
        const int Longest = 500;
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } error && error.TryGetProperty("message", out var message) && message.GetString() is { } text
                ? $": {text[..Math.Min(text.Length, Longest)]}" : ".";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return ".";
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Alicerce.Outbound;

namespace Alicerce.Vectors.Embedding.Http;

/// <summary>Sends one request until it is answered or there is no more use: bounded in time, in attempts and in bytes.</summary>
internal sealed class EmbeddingTransport(HttpMessageInvoker http, HttpEmbeddingOptions options, TimeProvider clock) : IDisposable
{
    private const int LongestFault = 300;

    private readonly Uri _address = new($"{options.Endpoint.AbsoluteUri.TrimEnd('/')}/embeddings");

    public async Task<EmbeddingAnswer> SendAsync(EmbeddingRequest request, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, EmbeddingJson.Default.EmbeddingRequest);
        for (var attempt = 1; ; attempt++)
        {
            var (answer, failure) = await AttemptAsync(body, ct);
            if (answer is not null) return answer;
            if (failure!.Wait(attempt, options) is not { } wait || attempt == options.MaxAttempts) throw failure.Exception(attempt);
            await Task.Delay(wait, clock, ct);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<(EmbeddingAnswer? Answer, Failure? Failure)> AttemptAsync(byte[] body, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var request = Message(body);
            using var response = await http.SendAsync(request, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            using var answer = await BoundedBody.ReadAsync(stream, options.MaxAnswerBytes, either.Token);
            if (!response.IsSuccessStatusCode) return (null, Refused(response, answer));
            if (answer.Truncated) return (null, Lasting($"answered with more than {options.MaxAnswerBytes:N0} bytes"));
            return Read(answer.Bytes.Span);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            return (null, Passing($"did not answer within {options.Timeout.TotalSeconds:0.###} s", e));
        }
        catch (HttpRequestException e) when (EgressRefusedException.FindIn(e) is { } refused)
        {
            return (null, Lasting($"may not be reached: {refused.Message}", e));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, Passing($"cannot be reached or broke off ({e.InnerException?.Message ?? e.Message})", e));
        }
    }

    private HttpRequestMessage Message(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("alicerce", "0"));
        if (options.ApiKey is { } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
        return request;
    }

    private (EmbeddingAnswer? Answer, Failure? Failure) Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, EmbeddingJson.Default.EmbeddingAnswer) is { } answer ? (answer, null) : (null, Lasting("answered with nothing"));
        }
        catch (JsonException e)
        {
            return (null, Lasting($"did not answer with the JSON of an embedding service ({e.Path})", e));
        }
    }

    private Failure Refused(HttpResponseMessage response, BoundedBody body)
    {
        var status = response.StatusCode;
        var mayPass = status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;
        TimeSpan? asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => null,
        };
        return new Failure(Subject($"answered {(int)status}{FaultText(body.Bytes.Span)}"), status, mayPass, asked, null);
    }

    /// <summary>What the service says of it, on one line and without the key, which some repeat.</summary>
    private string FaultText(ReadOnlySpan<byte> body)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, EmbeddingJson.Default.EmbeddingFailure)?.Error?.Message is not { Length: > 0 } message) return "";
            if (options.ApiKey?.Reveal() is { Length: > 0 } key) message = message.Replace(key, "***", StringComparison.Ordinal);
            var line = string.Concat(message.Take(LongestFault).Select(c => char.IsControl(c) ? ' ' : c));
            return $": {line}";
        }
        catch (JsonException)
        {
            return ""; // a proxy's page: the status says enough
        }
    }

    private Failure Passing(string what, Exception inner) => new(Subject(what), null, true, null, inner);

    private Failure Lasting(string what, Exception? inner = null) => new(Subject(what), null, false, null, inner);

    private string Subject(string what) => $"The embedding service at {_address} {what}";

    /// <param name="Asked">How long the service wants to be left alone.</param>
    private sealed record Failure(string What, HttpStatusCode? Status, bool MayPass, TimeSpan? Asked, Exception? Inner)
    {
        /// <summary>Null when another attempt is of no use.</summary>
        public TimeSpan? Wait(int attempt, HttpEmbeddingOptions options)
        {
            if (!MayPass || Asked > options.LongestWait) return null;
            var own = options.FirstWait * Math.Pow(2, attempt - 1);
            var wait = Asked ?? (own < options.LongestWait ? own : options.LongestWait);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        public EmbeddingServiceException Exception(int attempts) =>
            new($"{What}.{(attempts > 1 ? $" It was asked {attempts} times." : "")}{(Asked is { } asked ? $" It asks to wait {asked.TotalSeconds:0} s." : "")}", Status, Inner);
    }
}

using System.Net;
using System.Net.Http.Headers;
using Alicerce.Outbound;

namespace Alicerce.Cli.Models;

/// <summary>An answer whose body is read next.</summary>
/// <param name="Start">Where in the file the body begins: the service may ignore that a part is there already.</param>
internal sealed record ModelStream(HttpResponseMessage Response, Stream Body, long Start) : IDisposable
{
    public void Dispose() => Response.Dispose();
}

/// <summary>The address that a model's files lie below. Nothing secret is sent there, so redirects are followed, but never from https to http.</summary>
internal sealed class ModelSource : IDisposable
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan s_headerLimit = TimeSpan.FromSeconds(60);

    private readonly HttpMessageInvoker _http;
    private readonly string _base;

    public ModelSource(string from, string model)
    {
        var text = from.Replace("{name}", model, StringComparison.Ordinal).TrimEnd('/');
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new UserError($"--from '{from}' has to be an http or https address without user and query; {{name}} in it stands for the model's name.");
        _base = text;
        // Named by the user: it may be private. Where it redirects to has to be public.
        var host = address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost.Trim('[', ']')}]" : address.IdnHost;
        _http = OutboundHttp.CreateInvoker(new ConnectGuard(new EgressPolicy { Allowed = [$"{host}:{address.Port}"] }));
    }

    public string AddressOf(string path) => $"{_base}/{path}";

    /// <exception cref="ModelSourceException">There is no usable answer; some are worth another attempt.</exception>
    public async Task<ModelStream> OpenAsync(string path, long from, CancellationToken ct)
    {
        var address = new Uri(AddressOf(path));
        for (var hop = 0; ; hop++)
        {
            var response = await SendAsync(address, from, ct);
            try
            {
                if (!IsRedirect(response.StatusCode))
                {
                    if (!response.IsSuccessStatusCode) throw ModelSourceException.Of(address, response);
                    return new ModelStream(response, await response.Content.ReadAsStreamAsync(ct), StartOf(address, response, from));
                }

                var redirect = Redirect.Read(address, response.Headers.Location?.OriginalString, out var problem);
                if (redirect is null || hop == MostRedirects) throw new ModelSourceException($"{Plain(address)} leads nowhere: {problem ?? "it redirects too often"}.", mayPass: false);
                if (address.Scheme == "https" && redirect.Target.Scheme != "https") throw new ModelSourceException($"{Plain(address)} redirects to an address without encryption, which is not followed.", mayPass: false);
                address = redirect.Target;
                response.Dispose();
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri address, long from, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(s_headerLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("alicerce", "0"));
        if (from > 0) request.Headers.Range = new RangeHeaderValue(from, null);
        try
        {
            return await _http.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new ModelSourceException($"{Plain(address)} did not answer within {s_headerLimit.TotalSeconds:0} s.", mayPass: true, inner: e);
        }
        catch (HttpRequestException e) when (EgressRefusedException.FindIn(e) is { } refused)
        {
            throw new ModelSourceException($"{Plain(address)} may not be reached: {refused.Message}", mayPass: false, inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ModelSourceException($"{Plain(address)} cannot be reached ({e.InnerException?.Message ?? e.Message}).", mayPass: true, inner: e);
        }
    }

    // Where a redirect leads may carry a signature in its query.
    internal static string Plain(Uri address) => address.GetLeftPart(UriPartial.Path);

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static long StartOf(Uri address, HttpResponseMessage response, long asked)
    {
        if (response.StatusCode != HttpStatusCode.PartialContent) return 0;
        return response.Content.Headers.ContentRange?.From is { } start && start == asked ? start : throw new ModelSourceException($"{Plain(address)} answered with another part of the file than was asked for.", mayPass: false);
    }
}

/// <summary>The source of a model's files did not give what was asked for.</summary>
internal sealed class ModelSourceException(string message, bool mayPass, TimeSpan? wait = null, HttpStatusCode? status = null, Exception? inner = null) : Exception(message, inner)
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(60);

    public bool MayPass { get; } = mayPass;

    /// <summary>What the service asked for by <c>Retry-After</c>, at most a minute.</summary>
    public TimeSpan? Wait { get; } = wait < s_longestWait ? wait : wait is null ? null : s_longestWait;

    public HttpStatusCode? Status { get; } = status;

    public static ModelSourceException Of(Uri address, HttpResponseMessage response)
    {
        var status = response.StatusCode;
        var mayPass = status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;
        return new ModelSourceException($"{ModelSource.Plain(address)} answered {(int)status}{(status == HttpStatusCode.NotFound ? ": is --from the address below which the model's files lie?" : ".")}", mayPass, response.Headers.RetryAfter?.Delta, status);
    }
}

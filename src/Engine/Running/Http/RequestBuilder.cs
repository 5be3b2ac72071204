using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Auth;
using Alicerce.Engine.Running.Variables;

namespace Alicerce.Engine.Running.Http;

/// <summary>Fills in a request's variables and secrets and adds credentials, cookies and our own headers.</summary>
internal static class RequestBuilder
{
    public const string UserAgent = "alicerce/0.1";

    /// <exception cref="CaseProblemException">A variable is unknown, or the target leaves the base URL.</exception>
    public static async ValueTask<PreparedRequest> BuildAsync(
        RequestSpec spec, Uri baseUrl, VariableScope scope, Credentials credentials, CookieJar jar, CancellationToken ct)
    {
        var query = spec.Query.Count == 0 ? spec.Query : await FillAsync(spec.Query, scope, ct);
        if (credentials.QueryParameter is { } key) query = [.. query, key];
        var target = await scope.FillAsync(spec.Target, ct);
        if (!TargetUrl.TryResolve(baseUrl, target, query, out var url, out var problem)) throw new CaseProblemException(Reasons.InvalidCase, problem);

        var headers = new List<NameValue>(spec.Headers.Count + 6);
        foreach (var (name, value) in spec.Headers) headers.Add(new NameValue(name, await HeaderValueAsync(name, value, baseUrl, scope, ct)));
        AddUnlessSet(headers, "User-Agent", UserAgent);
        AddUnlessSet(headers, "Accept", "*/*");
        AddUnlessSet(headers, "Accept-Encoding", "gzip, br, deflate");
        if (credentials.Header is { } header) AddUnlessSet(headers, header.Name, header.Value);
        if (jar.HeaderFor(url) is { } cookies) AddUnlessSet(headers, "Cookie", cookies);
        if (spec.Body is not { } body) return new PreparedRequest(spec.Method, url, headers, null);

        var (bytes, contentType) = RequestBodyWriter.Write(await FillAsync(body, scope, ct));
        if (contentType is not null) AddUnlessSet(headers, "Content-Type", contentType);
        return new PreparedRequest(spec.Method, url, headers, bytes);
    }

    /// <summary>The request that a redirect leads to: 307 and 308 repeat it, the others turn it into a GET.</summary>
    public static PreparedRequest Follow(PreparedRequest request, int status, Uri url, CookieJar jar)
    {
        var repeats = status is 307 or 308 || request.Method is "GET" or "HEAD";
        var headers = request.Headers
            .Where(h => !h.Name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) && (repeats || !h.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
            .ToList();
        if (jar.HeaderFor(url) is { } cookies) headers.Add(new NameValue("Cookie", cookies));
        return repeats ? request with { Url = url, Headers = headers } : new PreparedRequest("GET", url, headers, null);
    }

    /// <summary>A Referer may be written as a path, because a case does not know where it will run.</summary>
    private static async ValueTask<string> HeaderValueAsync(string name, string value, Uri baseUrl, VariableScope scope, CancellationToken ct)
    {
        var filled = await scope.FillAsync(value, ct);
        return name.Equals("Referer", StringComparison.OrdinalIgnoreCase) && TargetUrl.TryResolve(baseUrl, filled, [], out var url, out _) ? url.AbsoluteUri : filled;
    }

    private static void AddUnlessSet(List<NameValue> headers, string name, string value)
    {
        foreach (var header in headers)
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return;
        headers.Add(new NameValue(name, value));
    }

    private static async ValueTask<IReadOnlyList<NameValue>> FillAsync(IReadOnlyList<NameValue> pairs, VariableScope scope, CancellationToken ct)
    {
        var filled = new List<NameValue>(pairs.Count);
        foreach (var (name, value) in pairs) filled.Add(new NameValue(await scope.FillAsync(name, ct), await scope.FillAsync(value, ct)));
        return filled;
    }

    private static async ValueTask<RequestBody> FillAsync(RequestBody body, VariableScope scope, CancellationToken ct)
    {
        var fields = new List<BodyField>(body.Fields.Count);
        foreach (var field in body.Fields) fields.Add(field with { Name = await scope.FillAsync(field.Name, ct), Value = await scope.FillAsync(field.Value, ct) });
        return body with { Text = body.Text is { } text ? await scope.FillAsync(text, ct) : null, Fields = fields };
    }
}

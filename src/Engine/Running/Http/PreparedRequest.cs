using System.Net;
using System.Net.Http.Headers;
using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Running.Http;

/// <summary>A request with every variable and secret filled in, ready to be sent; what a snapshot is made from.</summary>
internal sealed record PreparedRequest(string Method, Uri Url, IReadOnlyList<NameValue> Headers, ReadOnlyMemory<byte>? Body)
{
    /// <summary>Content headers belong to the body's own list.</summary>
    private static bool IsContentHeader(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || name.Equals("Expires", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase) || name.Equals("Allow", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="CaseProblemException">A header cannot be written on the wire.</exception>
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Url)
        {
            Version = Url.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        if (Body is { } body) message.Content = new ReadOnlyMemoryContent(body);
        foreach (var (name, value) in Headers)
        {
            if (!IsWritable(value)) throw new CaseProblemException(Reasons.InvalidCase, $"header '{name}' holds a line break or a character outside ASCII; encode it");
            if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) continue;
            HttpHeaders target = IsContentHeader(name) ? (message.Content ??= new ReadOnlyMemoryContent(default)).Headers : message.Headers;
            if (!target.TryAddWithoutValidation(name, value)) throw new CaseProblemException(Reasons.InvalidCase, $"'{name}' is not a legal header name");
        }
        return message;
    }

    private static bool IsWritable(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~') || value.All(c => c is '\t' or (>= ' ' and <= '~'));
}

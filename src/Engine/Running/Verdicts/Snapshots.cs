using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Http;

namespace Alicerce.Engine.Running.Verdicts;

/// <summary>Turns exchanges into what may be stored and shown: cut to size (S004-RUN-05) and redacted.</summary>
internal sealed class Snapshots(Redactor redactor, int maxBodyChars)
{
    public RequestSnapshot Of(PreparedRequest request)
    {
        var body = request.Body is { } bytes ? redactor.RedactStart(Printable(Encoding.UTF8.GetString(bytes.Span)), maxBodyChars) : null;
        return new RequestSnapshot(request.Method, redactor.Redact(request.Url.AbsoluteUri), Headers(request.Headers), body, CurlLine.Of(request, redactor));
    }

    public ResponseSnapshot? Of(Answer answer)
    {
        if (answer.Query is not null && answer.Body.Length == 0) return null;
        var text = answer.Body.Text;
        var body = redactor.RedactStart(Printable(text), maxBodyChars);
        return new ResponseSnapshot(answer.Status, Headers(answer.Headers()), body, answer.Body.Length, answer.Body.Truncated || text.Length > maxBodyChars);
    }

    private List<NameValue> Headers(IEnumerable<NameValue> headers) =>
        [.. headers.Select(h => SensitiveHeaders.Contains(h.Name) ? h with { Value = Redactor.Mask } : new NameValue(h.Name, redactor.Redact(h.Value)))];

    /// <summary>A NUL can be stored in no text column and shown nowhere.</summary>
    private static string Printable(string text) => text.Replace('\0', '\uFFFD');
}

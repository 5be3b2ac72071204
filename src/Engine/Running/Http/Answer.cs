using System.Text;
using Alicerce.Engine.Cases;
using Alicerce.Outbound;

namespace Alicerce.Engine.Running.Http;

/// <summary>What came back: of a request the status, headers and body; of a query its outcome with the rows as a JSON body.</summary>
internal sealed class Answer : IDisposable
{
    private readonly HttpResponseMessage? _response;
    private readonly BoundedBody? _buffer;

    /// <summary>Answer to a request.</summary>
    public Answer(PreparedRequest request, HttpResponseMessage response, BoundedBody buffer)
    {
        (Request, _response, _buffer) = (request, response, buffer);
        Status = (int)response.StatusCode;
        Body = new AnswerBody(buffer.Bytes, buffer.Truncated, Header("Content-Type"));
    }

    /// <summary>Answer to a query.</summary>
    public Answer(QueryOutcome outcome)
    {
        Query = outcome;
        Body = new AnswerBody(Encoding.UTF8.GetBytes(outcome.RowsJson ?? ""), outcome.Truncated, "application/json");
    }

    /// <summary>The last request that was sent, after redirects; null for a query.</summary>
    public PreparedRequest? Request { get; }

    /// <summary>Set when a datasource answered.</summary>
    public QueryOutcome? Query { get; }

    /// <summary>0 for a query.</summary>
    public int Status { get; }

    public AnswerBody Body { get; }

    /// <summary>From sending the request to the last byte of the answer.</summary>
    public TimeSpan Duration { get; set; }

    public bool HasHeader(string name) => Header(name) is not null;

    /// <summary>All values of a header joined by a comma, or null.</summary>
    public string? Header(string name)
    {
        if (_response is null) return null;
        if (_response.Headers.NonValidated.TryGetValues(name, out var values)) return values.ToString();
        return _response.Content.Headers.NonValidated.TryGetValues(name, out values) ? values.ToString() : null;
    }

    public IEnumerable<string> HeaderValues(string name)
    {
        if (_response is null) return [];
        if (_response.Headers.NonValidated.TryGetValues(name, out var values)) return values;
        return _response.Content.Headers.NonValidated.TryGetValues(name, out values) ? values : [];
    }

    /// <summary>Every header line, repeated names included.</summary>
    public IEnumerable<NameValue> Headers() => _response is null
        ? []
        : _response.Headers.NonValidated.Concat(_response.Content.Headers.NonValidated).SelectMany(h => h.Value, (h, value) => new NameValue(h.Key, value));

    public void Dispose()
    {
        Body.Dispose();
        _buffer?.Dispose();
        _response?.Dispose();
    }
}

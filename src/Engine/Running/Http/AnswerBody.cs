using System.Text;
using System.Text.Json;
using System.Xml.XPath;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Http;

/// <summary>A body seen as bytes, text, JSON, HTML or XML; each view is made once, when first asked for. Not for several threads.</summary>
internal sealed class AnswerBody(ReadOnlyMemory<byte> bytes, bool truncated, string? contentType) : IDisposable
{
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 128 };

    private string? _text;
    private JsonDocument? _json;
    private string? _jsonProblem;
    private MarkupPage? _html;
    private string? _htmlProblem;
    private XPathDocument? _xml;
    private string? _xmlProblem;

    /// <summary>Bytes kept; when <see cref="Truncated"/> the answer had more.</summary>
    public int Length => bytes.Length;

    public bool Truncated => truncated;

    public string Text => _text ??= Decode();

    /// <summary>The JSON value, or null with the reason in <paramref name="problem"/>.</summary>
    public JsonElement? Json(out string? problem)
    {
        if (_json is null && _jsonProblem is null)
        {
            try
            {
                _json = JsonDocument.Parse(WithoutMark(bytes), JsonOptions);
            }
            catch (JsonException e)
            {
                _jsonProblem = Length == 0 ? "the body is empty" : $"the body is not JSON: {e.Message}";
            }
        }
        problem = _jsonProblem;
        return _json?.RootElement;
    }

    /// <summary>The HTML page, or null with the reason in <paramref name="problem"/>.</summary>
    public MarkupPage? Html(out string? problem)
    {
        if (_html is null && _htmlProblem is null) MarkupPage.TryRead(Text, out _html, out _htmlProblem);
        problem = _htmlProblem;
        return _html;
    }

    /// <summary>Tree for XPath: the XML itself, or the HTML turned into XML; null with the reason in <paramref name="problem"/>.</summary>
    public XPathDocument? Xml(out string? problem)
    {
        if (_xml is null && _xmlProblem is null)
        {
            var isHtml = contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;
            if (!isHtml) (_xml, _xmlProblem) = MarkupTree.ParseXml(Text);
            if (_xml is null && _xmlProblem is null && Html(out _xmlProblem) is { } html) _xml = MarkupTree.ToXml(html);
        }
        problem = _xmlProblem;
        return _xml;
    }

    public void Dispose()
    {
        _json?.Dispose();
        _html?.Dispose();
    }

    private string Decode()
    {
        var charset = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? contentType[(at + 8)..].Split(';', ',')[0].Trim(' ', '"', '\'') : null;
        var encoding = charset?.ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "windows-1252" => Encoding.Latin1,
            "utf-16" or "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        return encoding.GetString(WithoutMark(bytes).Span);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
}

using System.Globalization;
using System.Text;
using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Running.Http;

/// <summary>Writes a body whose values are already filled in, and names its content type.</summary>
internal static class RequestBodyWriter
{
    public static (byte[] Bytes, string? ContentType) Write(RequestBody body) => body.Kind switch
    {
        BodyKind.Json => (Encoding.UTF8.GetBytes(body.Text ?? ""), body.ContentType ?? "application/json"),
        BodyKind.Form => (Encoding.UTF8.GetBytes(UrlEncoded(body.Fields)), body.ContentType ?? "application/x-www-form-urlencoded"),
        BodyKind.Multipart => Multipart(body),
        _ => (Encoding.UTF8.GetBytes(body.Text ?? ""), body.ContentType),
    };

    public static string UrlEncoded(IEnumerable<BodyField> fields) =>
        string.Join('&', fields.Select(f => $"{FormEscape(f.Name)}={FormEscape(f.Value)}"));

    private static string FormEscape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static (byte[] Bytes, string ContentType) Multipart(RequestBody body)
    {
        var boundary = Boundary(body.Fields);
        var text = new StringBuilder();
        foreach (var field in body.Fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\nContent-Disposition: form-data; name=\"{Quotable(field.Name)}\"");
            if (field.FileName is { } file)
                text.Append(CultureInfo.InvariantCulture, $"; filename=\"{Quotable(file)}\"\r\nContent-Type: {Quotable(field.ContentType ?? "application/octet-stream")}");
            text.Append("\r\n\r\n").Append(field.Value).Append("\r\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        return (Encoding.UTF8.GetBytes(text.ToString()), body.ContentType ?? $"multipart/form-data; boundary={boundary}");
    }

    /// <summary>The same fields always give the same boundary, so that a run can be repeated byte by byte.</summary>
    private static string Boundary(IReadOnlyList<BodyField> fields)
    {
        for (var n = 1; ; n++)
        {
            var boundary = $"alicerce-part-{n}";
            if (!fields.Any(f => f.Value.Contains(boundary, StringComparison.Ordinal))) return boundary;
        }
    }

    /// <summary>The escaping that browsers use in a part's header.</summary>
    private static string Quotable(string text) =>
        text.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}

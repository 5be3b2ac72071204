using System.Text;
using Alicerce.Engine.Running.Http;

namespace Alicerce.Engine.Running.Verdicts;

/// <summary>A POSIX shell line that sends the same request again. Secrets stand as shell variables that the reader sets first.</summary>
internal static class CurlLine
{
    private const int MaxBody = 20_000;

    public static string Of(PreparedRequest request, Redactor redactor)
    {
        var line = new StringBuilder("curl -sS -i --compressed --path-as-is -X ").Append(Quoted(request.Method, redactor)).Append(' ');
        line.Append(Quoted(request.Url.AbsoluteUri, redactor));
        foreach (var (name, value) in request.Headers)
        {
            if (name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase)) continue;
            line.Append(" -H ").Append(SensitiveHeaders.Contains(name) ? Sensitive(name, value, redactor) : Quoted($"{name}: {value}", redactor));
        }
        if (request.Body is not { Length: > 0 } body) return line.ToString();
        if (body.Length > MaxBody) return line.Append(" --data-binary @body").ToString();
        return line.Append(" --data-binary ").Append(Quoted(Encoding.UTF8.GetString(body.Span), redactor)).ToString();
    }

    private static string Sensitive(string name, string value, Redactor redactor)
    {
        var scheme = value.StartsWith("Bearer ", StringComparison.Ordinal) ? "Bearer " : "";
        var known = redactor.Named.FirstOrDefault(n => n.Value == value[scheme.Length..]).Name;
        return known is null ? $"'{name}: '\"${Variable(name)}\"" : $"'{name}: {scheme}'\"${Variable(known)}\"";
    }

    private static string Quoted(string text, Redactor redactor)
    {
        List<(string Text, bool IsVariable)> parts = [(text, false)];
        foreach (var (value, name) in redactor.Named)
            parts = [.. parts.SelectMany(p => p.IsVariable ? [p] : Split(p.Text, value, name))];
        return string.Concat(parts.Where(p => p.Text.Length > 0 || parts.Count == 1)
            .Select(p => p.IsVariable ? $"\"${Variable(p.Text)}\"" : $"'{redactor.Redact(p.Text).Replace("'", "'\\''", StringComparison.Ordinal)}'"));
    }

    private static IEnumerable<(string Text, bool IsVariable)> Split(string text, string value, string name)
    {
        var pieces = text.Split(value);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0) yield return (name, true);
            yield return (pieces[i], false);
        }
    }

    private static string Variable(string name)
    {
        var letters = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
        return char.IsAsciiDigit(letters[0]) ? "_" + letters : letters;
    }
}

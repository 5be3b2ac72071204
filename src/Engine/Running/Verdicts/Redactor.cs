using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Alicerce.Engine.Running.Verdicts;

/// <summary>
/// Replaces the secrets of a run by <c>***</c>, also where they were URL-, base64-, JSON- or HTML-encoded on the way (D20). Values shorter
/// than <see cref="MinLength"/> are left: they would blot out innocent text.
/// </summary>
internal sealed class Redactor
{
    public const int MinLength = 6;
    public const string Mask = "***";

    private readonly Lock _lock = new();
    private volatile Forms _forms = new([], null, []);

    /// <summary>Makes a value known. <paramref name="name"/> stands for it in curl lines.</summary>
    public void Add(string value, string name)
    {
        if (value.Length < MinLength) return;
        lock (_lock)
        {
            if (_forms.Named.Any(n => n.Value == value)) return;
            string[] all = [.. _forms.All.Concat(FormsOf(value)).Distinct(StringComparer.Ordinal).OrderByDescending(f => f.Length)];
            _forms = new Forms(all, SearchValues.Create(all, StringComparison.Ordinal), [.. _forms.Named, (value, name)]);
        }
    }

    /// <summary>The value as it is, with the name that stands for it; longest first.</summary>
    public IEnumerable<(string Value, string Name)> Named => _forms.Named.OrderByDescending(n => n.Value.Length);

    public string Redact(string text)
    {
        var forms = _forms;
        if (forms.Search is null || !text.AsSpan().ContainsAny(forms.Search)) return text;
        foreach (var form in forms.All) text = text.Replace(form, Mask, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The redacted beginning of a text. A secret that lies across the cut is not shown in part.</summary>
    public string RedactStart(string text, int maxLength)
    {
        var forms = _forms;
        if (text.Length <= maxLength) return Redact(text);
        var longest = forms.All.Length == 0 ? 0 : forms.All[0].Length;
        if (text.Length <= maxLength + longest) return Cut(Redact(text), maxLength);
        var redacted = Redact(text[..(maxLength + longest)]);
        return Cut(redacted, Math.Clamp(redacted.Length - longest, 0, maxLength));
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    private static IEnumerable<string> FormsOf(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var escaped = Uri.EscapeDataString(value);
        string[] forms =
        [
            value, escaped, escaped.Replace("%20", "+", StringComparison.Ordinal), WebUtility.UrlEncode(value), LowerEscapes(escaped),
            JavaScriptEncoder.Default.Encode(value), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value), WebUtility.HtmlEncode(value),
            .. Base64Forms(bytes),
        ];
        return forms.Where(f => f.Length >= MinLength);
    }

    /// <summary>Base64 depends on what stands in front (<c>user:secret</c>): the stable middle of each of the three alignments.</summary>
    private static IEnumerable<string> Base64Forms(byte[] bytes)
    {
        yield return Convert.ToBase64String(bytes).TrimEnd('=');
        for (var shift = 0; shift < 3; shift++)
        {
            var text = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
            var skip = shift == 0 ? 0 : shift + 1;
            var whole = (bytes.Length + shift) / 3 * 4;
            var middle = text[skip..Math.Max(skip, Math.Min(text.Length, whole))];
            if (middle.Length < 8) continue;
            yield return middle;
            yield return middle.Replace('+', '-').Replace('/', '_');
        }
    }

    private static string LowerEscapes(string escaped)
    {
        var text = escaped.ToCharArray();
        for (var i = 0; i + 2 < text.Length; i++)
            if (text[i] == '%') (text[i + 1], text[i + 2]) = (char.ToLowerInvariant(text[i + 1]), char.ToLowerInvariant(text[i + 2]));
        return new string(text);
    }

    private sealed record Forms(string[] All, SearchValues<string>? Search, IReadOnlyList<(string Value, string Name)> Named);
}

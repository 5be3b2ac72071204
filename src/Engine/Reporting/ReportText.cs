using System.Xml;

namespace Alicerce.Engine.Reporting;

/// <summary>Text of a target made fit to be written: it may hold anything, and XML, JSON and terminals bear less.</summary>
internal static class ReportText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Control characters and lone halves of surrogate pairs become U+FFFD; tabs and line ends stay.</summary>
    public static string Clean(string? text)
    {
        if (text is null)
            return "";
        var bad = FirstBad(text, 0);
        if (bad < 0)
            return text;
        return string.Create(text.Length, (text, bad), static (target, source) =>
        {
            source.text.CopyTo(target);
            for (var at = source.bad; at >= 0; at = FirstBad(source.text, at + 1))
                target[at] = Replacement;
        });
    }

    /// <summary>Cleaned and at most so many characters, an ellipsis for the rest; never cut inside a surrogate pair.</summary>
    public static string Cut(string? text, int maxChars)
    {
        if (text is null || text.Length <= maxChars)
            return Clean(text);
        var end = char.IsHighSurrogate(text[maxChars - 1]) ? maxChars - 1 : maxChars;
        return Clean(text[..end]) + "…";
    }

    /// <summary>As <see cref="Cut"/>, with white space folded to single spaces.</summary>
    public static string Line(string? text, int maxChars) =>
        Cut(string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), maxChars);

    private static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (!XmlConvert.IsXmlChar(text[i]) || text[i] is >= '\u007F' and <= '\u009F')
                return i;
        return -1;
    }
}

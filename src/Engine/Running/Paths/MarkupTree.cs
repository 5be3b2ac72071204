using System.Buffers;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Alicerce.Engine.Running.Paths;

/// <summary>Markup of an answer as trees that selectors and XPath can walk; bounded in size and depth, because a target may send anything.</summary>
internal static class MarkupTree
{
    private const int MaxCharacters = 2_000_000;
    private const int MaxDepth = 400;

    private static readonly SearchValues<char> AttributeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:");

    /// <summary>The HTML as a document, or null when it nests too deep to be walked safely.</summary>
    public static IHtmlDocument? ParseHtml(string text)
    {
        var document = new HtmlParser().ParseDocument(text.Length > MaxCharacters ? text[..MaxCharacters] : text);
        if (IsShallow(document)) return document;
        document.Dispose();
        return null;
    }

    /// <summary>The XML as a document without entities or external parts; null when it is not well formed.</summary>
    public static XDocument? ParseXml(string text)
    {
        if (text.Length > MaxCharacters) return null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters };
        try
        {
            using var depth = XmlReader.Create(new StringReader(text), settings);
            while (depth.Read())
                if (depth.Depth > MaxDepth) return null;
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The same tree for XPath: element names in lower case and without namespace, so that <c>//div</c> works.</summary>
    public static XDocument ToXml(IHtmlDocument html)
    {
        var xml = new XDocument();
        if (html.DocumentElement is { } top) xml.Add(Copy(top));
        return xml;
    }

    /// <summary><c>a.next@href</c> means the attribute, <c>a.next</c> the text.</summary>
    public static (string Selector, string? Attribute) SplitAttribute(string subject)
    {
        var at = subject.LastIndexOf('@');
        return at > 0 && at < subject.Length - 1 && subject.AsSpan(at + 1).IndexOfAnyExcept(AttributeCharacters) < 0 ? (subject[..at], subject[(at + 1)..]) : (subject, null);
    }

    /// <summary>Recursion is safe here: <see cref="ParseHtml"/> let no tree deeper than <see cref="MaxDepth"/> through.</summary>
    private static XElement Copy(IElement source)
    {
        var copy = new XElement(XmlConvert.EncodeLocalName(source.LocalName)!);
        foreach (var attribute in source.Attributes) copy.SetAttributeValue(XmlConvert.EncodeLocalName(attribute.LocalName)!, Legal(attribute.Value));
        foreach (var child in source.ChildNodes)
        {
            if (child is IText text) copy.Add(new XText(Legal(text.Data)));
            else if (child is IElement element) copy.Add(Copy(element));
        }
        return copy;
    }

    private static string Legal(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static bool IsShallow(IHtmlDocument document)
    {
        var depth = 0;
        INode? node = document;
        while (node is not null)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > MaxDepth) return false;
                node = child;
                continue;
            }
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }
            node = node?.NextSibling;
        }
        return true;
    }
}

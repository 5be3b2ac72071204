using System.Buffers;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using AngleSharp.Dom;

namespace Alicerce.Engine.Running.Paths;

/// <summary>Markup of an answer as trees that selectors and XPath can walk; bounded in size and depth, because a target may send anything.</summary>
internal static class MarkupTree
{
    public const int MaxCharacters = 2_000_000;
    public const int MaxElements = 100_000;
    public const int MaxAttributes = 1_000;
    public const int MaxDepth = 400;

    private static readonly SearchValues<char> AttributeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:");

    /// <summary>The XML for XPath, without entities or external parts; null without a problem when it is not well formed.</summary>
    public static (XPathDocument? Tree, string? Problem) ParseXml(string text)
    {
        if (text.Length > MaxCharacters) return (null, $"the body has more than {MaxCharacters:N0} characters; nothing is looked for in it");
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters };
        try
        {
            using var counted = XmlReader.Create(new StringReader(text), settings);
            for (var elements = 0; counted.Read();)
            {
                if (counted.Depth > MaxDepth) throw MarkupTooLargeException.Depth();
                if (counted.NodeType == XmlNodeType.Element && ++elements > MaxElements) throw MarkupTooLargeException.Elements();
                if (counted.AttributeCount > MaxAttributes) throw MarkupTooLargeException.Attributes();
            }
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return (new XPathDocument(reader), null);
        }
        catch (MarkupTooLargeException e)
        {
            return (null, e.Problem);
        }
        catch (XmlException)
        {
            return (null, null);
        }
    }

    /// <summary>The same tree for XPath: element names in lower case and without namespace, so that <c>//div</c> works.</summary>
    public static XPathDocument ToXml(MarkupPage page)
    {
        using var reader = Copy(page.Elements[0].Element).CreateReader();
        return new XPathDocument(reader, XmlSpace.Preserve);
    }

    /// <summary><c>a.next@href</c> means the attribute, <c>a.next</c> the text.</summary>
    public static (string Selector, string? Attribute) SplitAttribute(string subject)
    {
        var at = subject.LastIndexOf('@');
        return at > 0 && at < subject.Length - 1 && subject.AsSpan(at + 1).IndexOfAnyExcept(AttributeCharacters) < 0 ? (subject[..at], subject[(at + 1)..]) : (subject, null);
    }

    /// <summary>Recursion is safe here: <see cref="MarkupPage"/> let no tree deeper than <see cref="MaxDepth"/> through.</summary>
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
}

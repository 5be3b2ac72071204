using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Alicerce.Engine.Running.Paths;

/// <summary>
/// Parses a page of anybody's within limits: few characters can make the parser nest without end, or build a thousand elements each. The
/// time that counts is the parser's own: a pause of the machine between two steps is not.
/// </summary>
internal sealed class BoundedHtml
{
    private static readonly long MostWork = Stopwatch.Frequency / 2;
    private static readonly long LongestStep = Stopwatch.Frequency / 1000;

    private long _lastStep = Stopwatch.GetTimestamp();
    private long _work;
    private int _elements;
    private IElement? _previous;

    private BoundedHtml() { }

    /// <exception cref="MarkupTooLargeException">The page is beyond the limits.</exception>
    public static IHtmlDocument Parse(string text)
    {
        if (text.Length > MarkupTree.MaxCharacters) throw new MarkupTooLargeException($"has more than {MarkupTree.MaxCharacters:N0} characters");
        var limits = new BoundedHtml();
        var options = new HtmlParserOptions
        {
            MaximumDepth = int.MaxValue, // Beyond its own limit the parser rearranges the page, and quickly it does not.
            OnToken = (_, _) => limits.Step(),
            OnCreated = (element, _) => limits.Made(element),
        };
        return new HtmlParser(options).ParseDocument(text);
    }

    private void Step()
    {
        var now = Stopwatch.GetTimestamp();
        _work += Math.Min(now - _lastStep, LongestStep);
        _lastStep = now;
        if (_work > MostWork) throw new MarkupTooLargeException("is built so that reading it takes too long");
    }

    private void Made(IElement element)
    {
        Step();
        if (++_elements > MarkupTree.MaxElements) throw MarkupTooLargeException.Elements();
        var depth = 0;
        for (INode? node = _previous; node is not null; node = node.Parent)
            if (++depth > MarkupTree.MaxDepth) throw MarkupTooLargeException.Depth();
        _previous = element; // It has no place yet.
    }
}

/// <summary>Markup that is not looked at; the message goes on after "the body".</summary>
internal sealed class MarkupTooLargeException(string message) : Exception(message)
{
    public string Problem => $"the body {Message}; nothing is looked for in it";

    public static MarkupTooLargeException Attributes() => new($"has an element with more than {MarkupTree.MaxAttributes:N0} attributes");

    public static MarkupTooLargeException Depth() => new($"nests too deep: more than {MarkupTree.MaxDepth} levels");

    public static MarkupTooLargeException Elements() => new($"has more than {MarkupTree.MaxElements:N0} elements");
}

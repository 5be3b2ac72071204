using System.Diagnostics.CodeAnalysis;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Alicerce.Engine.Running.Paths;

/// <summary>An element of a <see cref="MarkupPage"/>.</summary>
/// <param name="Element">The element itself.</param>
/// <param name="Parent">Where its parent stands in the list; -1 for the first.</param>
/// <param name="Previous">Where the element before it under the same parent stands; -1 when there is none.</param>
internal sealed record ElementPlace(IElement Element, int Parent, int Previous)
{
    /// <summary>Nodes and text below it, in steps.</summary>
    public long Size { get; set; }
}

/// <summary>
/// An HTML page as a list of its elements in document order. In the parser's own tree a neighbour is found by searching the parent's
/// children, which is slow on large pages; here it is known.
/// </summary>
internal sealed class MarkupPage : IDisposable
{
    private const int CharactersOfAStep = 32;

    private readonly IHtmlDocument _document;
    private readonly List<ElementPlace> _elements = [];

    private MarkupPage(IHtmlDocument document)
    {
        _document = document;
        Add(document.DocumentElement, parent: -1, previous: -1, depth: 1);
    }

    public IReadOnlyList<ElementPlace> Elements => _elements;

    public static bool TryRead(string text, [NotNullWhen(true)] out MarkupPage? page, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (page, problem) = (new MarkupPage(BoundedHtml.Parse(text)), null);
            return true;
        }
        catch (MarkupTooLargeException e)
        {
            (page, problem) = (null, e.Problem);
            return false;
        }
    }

    public void Dispose() => _document.Dispose();

    private int Add(IElement element, int parent, int previous, int depth)
    {
        if (depth > MarkupTree.MaxDepth) throw MarkupTooLargeException.Depth();
        if (_elements.Count == MarkupTree.MaxElements) throw MarkupTooLargeException.Elements();
        if (element.Attributes.Length > MarkupTree.MaxAttributes) throw MarkupTooLargeException.Attributes();
        var (index, last) = (_elements.Count, -1);
        var place = new ElementPlace(element, parent, previous);
        _elements.Add(place);
        foreach (var child in element.ChildNodes)
        {
            place.Size++;
            if (child is ICharacterData text) place.Size += text.Length / CharactersOfAStep;
            if (child is not IElement inner) continue;
            last = Add(inner, index, last, depth + 1);
            place.Size += _elements[last].Size;
        }
        return index;
    }
}

using System.Xml;
using System.Xml.XPath;

namespace Alicerce.Engine.Running.Paths;

/// <summary>A place in a tree whose every move is paid for, so that XPath, which can take any power of the tree's size, ends.</summary>
internal sealed class BoundedNavigator(XPathNavigator place, MarkupBudget budget) : XPathNavigator
{
    private const int CharactersOfAStep = 32;

    private readonly XPathNavigator _place = place;

    public override string BaseURI => _place.BaseURI;

    public override bool IsEmptyElement => _place.IsEmptyElement;

    public override string LocalName => _place.LocalName;

    public override string Name => _place.Name;

    public override string NamespaceURI => _place.NamespaceURI;

    public override XmlNameTable NameTable => _place.NameTable;

    public override XPathNodeType NodeType => _place.NodeType;

    public override string Prefix => _place.Prefix;

    public override string Value
    {
        get
        {
            var value = _place.Value;
            budget.Spend(1 + (value.Length / CharactersOfAStep));
            return value;
        }
    }

    public override XPathNavigator Clone() => Paid(new BoundedNavigator(_place.Clone(), budget));

    public override bool IsSamePosition(XPathNavigator other) => Paid(other is BoundedNavigator bounded && _place.IsSamePosition(bounded._place));

    public override bool MoveTo(XPathNavigator other) => Paid(other is BoundedNavigator bounded && _place.MoveTo(bounded._place));

    public override bool MoveToFirstAttribute() => Paid(_place.MoveToFirstAttribute());

    public override bool MoveToFirstChild() => Paid(_place.MoveToFirstChild());

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => Paid(_place.MoveToFirstNamespace(namespaceScope));

    public override bool MoveToId(string id) => Paid(_place.MoveToId(id));

    public override bool MoveToNext() => Paid(_place.MoveToNext());

    public override bool MoveToNextAttribute() => Paid(_place.MoveToNextAttribute());

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => Paid(_place.MoveToNextNamespace(namespaceScope));

    public override bool MoveToParent() => Paid(_place.MoveToParent());

    public override bool MoveToPrevious() => Paid(_place.MoveToPrevious());

    private T Paid<T>(T result)
    {
        budget.Spend();
        return result;
    }
}

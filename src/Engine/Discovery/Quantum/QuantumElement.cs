using System.Text;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>
/// One tag of a <c>.q</c> file. Names are shared strings and values are cut out of the file's text on demand, because most tags of a
/// page are markup that nobody asks about.
/// </summary>
public sealed class QuantumElement
{
    private readonly QuantumDocument _document;
    private readonly int _offset;
    private List<QuantumElement>? _children;
    private List<QuantumAttribute>? _attributes;
    private List<TextRun>? _text;

    internal QuantumElement(QuantumDocument document, QuantumElement? parent, string qualifiedName, string prefix, string localName, int offset)
    {
        _document = document;
        Parent = parent;
        Prefix = prefix;
        LocalName = localName;
        _offset = offset;
        QualifiedName = qualifiedName;
        Tag = QuantumVocabulary.TagOf(this);
    }

    /// <summary>Empty where the tag has none.</summary>
    public string Prefix { get; }

    public string LocalName { get; }

    /// <summary>Prefix and local name as written: <c>q:action</c>, <c>div</c>.</summary>
    public string QualifiedName { get; }

    /// <summary>
    /// Local name when the runtime takes this for a tag of the language (prefix <c>q</c>, or a bare name where it compares local names
    /// only); null for markup. The namespace URI never matters (T004-30).
    /// </summary>
    public string? Tag { get; }

    public QuantumElement? Parent { get; }
    public IReadOnlyList<QuantumElement> Children => _children ?? (IReadOnlyList<QuantumElement>)[];
    public IReadOnlyList<QuantumAttribute> Attributes => _attributes ?? (IReadOnlyList<QuantumAttribute>)[];
    public SourceLocation Location => _document.Locate(_offset);

    /// <summary>The attribute's value with references resolved; empty for a bare attribute; null when it is absent.</summary>
    public string? this[string name] => Find("", name) is { } attribute ? ValueOf(attribute) : null;

    public bool Has(string name) => Find("", name) is not null;

    /// <summary>The value of an attribute with a prefix, such as <c>q:action</c> on a form.</summary>
    public string? Prefixed(string prefix, string name) => Find(prefix, name) is { } attribute ? ValueOf(attribute) : null;

    /// <summary>The element's own text, tails of its children included, children's text not (T004-34).</summary>
    public string Text
    {
        get
        {
            if (_text is null) return "";
            if (_text.Count == 1) return Resolve(_text[0]);
            var all = new StringBuilder();
            foreach (TextRun run in _text) all.Append(Resolve(run));
            return all.ToString();
        }
    }

    /// <summary>Whether there is any text but white space, without building it.</summary>
    public bool HasText => _text is not null && _text.Exists(run => !_document.Text.AsSpan(run.Start, run.Length).IsWhiteSpace());

    internal void Add(QuantumElement child) => (_children ??= []).Add(child);

    internal void Add(QuantumAttribute attribute) => (_attributes ??= []).Add(attribute);

    internal void AddText(int start, int length, bool literal)
    {
        if (length > 0) (_text ??= []).Add(new TextRun(start, length, literal));
    }

    private QuantumAttribute? Find(string prefix, string name)
    {
        if (_attributes is null) return null;
        foreach (QuantumAttribute attribute in _attributes)
        {
            if (attribute.LocalName == name && attribute.Prefix == prefix) return attribute;
        }
        return null;
    }

    private string ValueOf(QuantumAttribute attribute) => Resolve(new TextRun(attribute.ValueStart, attribute.ValueLength, Literal: false));

    private string Resolve(TextRun run)
    {
        ReadOnlySpan<char> text = _document.Text.AsSpan(run.Start, run.Length);
        return run.Literal || !text.Contains('&') ? text.ToString() : CharacterReferences.Resolve(text);
    }

    private readonly record struct TextRun(int Start, int Length, bool Literal);
}

/// <summary>An attribute as a range of the file's text; read its value through the element.</summary>
public readonly record struct QuantumAttribute
{
    public required string Prefix { get; init; }
    public required string LocalName { get; init; }
    internal int ValueStart { get; init; }
    internal int ValueLength { get; init; }
}

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>One parsed file with its elements sorted by kind, in one walk: what the readers and the rules look at.</summary>
internal sealed class QuantumPage
{
    private readonly Dictionary<string, List<QuantumElement>> _byTag = new(StringComparer.Ordinal);

    public QuantumPage(string path, QuantumDocument document)
    {
        Path = path;
        Document = document;
        Root = document.Top.Children.FirstOrDefault(e => QuantumVocabulary.IsRoot(e.Tag ?? e.LocalName)) ?? document.Root ?? document.Top;
        Walk(document.Top);
    }

    public string Path { get; }
    public QuantumDocument Document { get; }

    /// <summary>The component or application; in a broken file the first element, or the nameless one.</summary>
    public QuantumElement Root { get; }

    public List<QuantumElement> Forms { get; } = [];

    /// <summary>Tags that start with an upper-case letter: calls of other components.</summary>
    public List<QuantumElement> Calls { get; } = [];

    /// <summary>The page writes markup of its own.</summary>
    public bool EmitsHtml { get; private set; }

    /// <summary>The page writes a whole HTML document.</summary>
    public bool EmitsDocument { get; private set; }

    /// <summary>Elements of the language with that name, in the order of the file.</summary>
    public IReadOnlyList<QuantumElement> All(string tag) => _byTag.TryGetValue(tag, out List<QuantumElement>? found) ? found : [];

    private void Walk(QuantumElement parent)
    {
        foreach (QuantumElement element in parent.Children)
        {
            Note(element);
            Walk(element);
        }
    }

    private void Note(QuantumElement element)
    {
        if (element.Tag is { } tag)
        {
            if (!_byTag.TryGetValue(tag, out List<QuantumElement>? list)) _byTag.Add(tag, list = []);
            list.Add(element);
            return;
        }
        if (element.Prefix.Length > 0 || element.LocalName.Length == 0) return;
        if (char.IsAsciiLetterUpper(element.LocalName[0]))
        {
            Calls.Add(element);
            return;
        }
        if (QuantumVocabulary.IsRoot(element.LocalName) && element.Parent == Document.Top) return;
        EmitsHtml = true;
        if (element.LocalName == "html") EmitsDocument = true;
        else if (element.LocalName == "form") Forms.Add(element);
    }
}

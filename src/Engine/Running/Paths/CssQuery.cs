using System.Diagnostics.CodeAnalysis;
using AngleSharp.Css;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace Alicerce.Engine.Running.Paths;

/// <summary>
/// A CSS selector that looks at each element once for each of its parts: a matcher that goes up the page from every element and tries all
/// ways takes exponential time.
/// </summary>
internal sealed class CssQuery
{
    private const string Combinators = " >+~";

    private readonly IReadOnlyList<IReadOnlyList<Part>> _alternatives;

    private CssQuery(IReadOnlyList<IReadOnlyList<Part>> alternatives) => _alternatives = alternatives;

    public static bool TryParse(string text, [NotNullWhen(true)] out CssQuery? query, [NotNullWhen(false)] out string? problem)
    {
        (query, problem) = (null, null);
        try
        {
            return TryRead(text, out query, out problem);
        }
        catch (DomException e)
        {
            problem = $"'{text}' is not a CSS selector: {e.Message}";
            return false;
        }
    }

    private static bool TryRead(string text, [NotNullWhen(true)] out CssQuery? query, [NotNullWhen(false)] out string? problem)
    {
        (query, problem) = (null, null);
        var alternatives = new Parts();
        if (text.Length is 0 or > UserPattern.MaxLength) problem = $"a CSS selector of 1 to {UserPattern.MaxLength} characters is needed, for example h1 or a.next@href";
        else if (SelectorFunctions.IsTooNested(text)) problem = $"'{text}' is too nested: in brackets, as of :not(…), parts may be joined by > only, and there are no further brackets and no comments";
        else if (new CssSelectorParser().ParseSelector(text) is not { } selector) problem = $"'{text}' is not a CSS selector";
        else
        {
            if (alternatives.Read(selector) is { } unknown) problem = $"'{unknown}' is not supported in '{text}'; parts are joined by a space, >, + or ~";
            else query = new CssQuery(alternatives.All);
        }
        return query is not null;
    }

    /// <summary>The elements that it names, in document order.</summary>
    /// <exception cref="MarkupBudgetException">It would look at too much of the page.</exception>
    public List<IElement> Select(MarkupPage page)
    {
        var budget = new MarkupBudget();
        var found = new bool[page.Elements.Count];
        foreach (var parts in _alternatives)
        {
            var named = Named(parts, page.Elements, budget);
            for (var i = 0; i < found.Length; i++) found[i] |= named[i];
        }
        return [.. page.Elements.Where((_, i) => found[i]).Select(place => place.Element)];
    }

    private static bool[] Named(IReadOnlyList<Part> parts, IReadOnlyList<ElementPlace> elements, MarkupBudget budget)
    {
        bool[]? before = null;
        foreach (var part in parts)
        {
            // Parents and earlier siblings stand before an element, so what is known of them is complete when it is needed.
            var (reached, named) = (new bool[elements.Count], new bool[elements.Count]);
            for (var i = 0; i < elements.Count; i++)
            {
                budget.Spend();
                reached[i] = before is null || Reaches(part.Combinator, elements[i], before, reached);
                named[i] = reached[i] && part.Matches(elements, i, budget);
            }
            before = named;
        }
        return before!;
    }

    private static bool Reaches(char combinator, ElementPlace place, bool[] named, bool[] reached)
    {
        var from = combinator is ' ' or '>' ? place.Parent : place.Previous;
        return from >= 0 && (named[from] || (combinator is ' ' or '~' && reached[from]));
    }

    /// <summary>One compound, such as <c>a.next:not(.last)</c>, and how it is joined to the one before.</summary>
    private sealed class Part(ISelector selector, char combinator)
    {
        private const int NodesOfAStep = 128;

        private readonly int _functions = selector.Text.Count(c => c == ':');

        public char Combinator => combinator;

        /// <summary>What has a colon may look at all that is below or beside the element.</summary>
        public bool Matches(IReadOnlyList<ElementPlace> elements, int index, MarkupBudget budget)
        {
            var place = elements[index];
            if (_functions > 0) budget.Spend(_functions * (1 + ((place.Size + (place.Parent < 0 ? 0 : elements[place.Parent].Element.ChildNodes.Length)) / NodesOfAStep)));
            return selector.Match(place.Element, null);
        }
    }

    /// <summary>Takes a selector apart at its commas and combinators.</summary>
    private sealed class Parts : ISelectorVisitor
    {
        private readonly List<IReadOnlyList<Part>> _all = [];
        private string? _unknown;
        private bool _isSimple;

        public IReadOnlyList<IReadOnlyList<Part>> All => _all;

        /// <returns>A combinator that is not known; null when all are.</returns>
        public string? Read(ISelector selector)
        {
            _isSimple = true;
            selector.Accept(this);
            if (_isSimple) _all.Add([new Part(selector, ' ')]);
            return _unknown;
        }

        public void List(IEnumerable<ISelector> selectors)
        {
            foreach (var selector in selectors) Read(selector);
            _isSimple = false;
        }

        public void Combinator(IEnumerable<ISelector> selectors, IEnumerable<string> symbols)
        {
            _isSimple = false;
            _unknown ??= symbols.FirstOrDefault(symbol => symbol.Length != 1 || !Combinators.Contains(symbol, StringComparison.Ordinal));
            if (_unknown is null) _all.Add([.. selectors.Zip(symbols.Prepend(" "), (selector, symbol) => new Part(selector, symbol[0]))]);
        }

        public void Attribute(string name, string op, string? value) { }

        public void Type(string name) { }

        public void Id(string value) { }

        public void Child(string name, int step, int offset, ISelector selector) { }

        public void Class(string name) { }

        public void PseudoClass(string name) { }

        public void PseudoElement(string name) { }

        public void Many(IEnumerable<ISelector> selectors) { }
    }
}

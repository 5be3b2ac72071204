using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Running;

namespace Alicerce.Engine.Reporting;

/// <summary>How much of one kind of thing is tested (T004-76).</summary>
/// <param name="Kind">pages, actions, forms or queries.</param>
/// <param name="Found">How many discovery found.</param>
/// <param name="WithCase">Those with at least one active case.</param>
/// <param name="Passed">Those with a case that passed in this run and none that failed or errored.</param>
public sealed record CoverageShare(string Kind, int Found, int WithCase, int Passed)
{
    /// <summary>0 to 1; null when there is nothing to cover.</summary>
    public double? CaseShare => Found == 0 ? null : (double)WithCase / Found;

    /// <summary>0 to 1; null when there is nothing to cover.</summary>
    public double? PassedShare => Found == 0 ? null : (double)Passed / Found;
}

/// <summary>
/// Coverage by kind (T004-76). Counted are pages with a route of their own, actions and operations that can be reached, forms and queries.
/// A case covers what its <see cref="TestCase.GenerationSource"/> names in its component. Memory grows with the components, not the cases.
/// </summary>
public sealed class Coverage : IRunListener
{
    private const string Pages = "pages", Actions = "actions", Forms = "forms", Queries = "queries";

    private static readonly Dictionary<string, string> s_kindOfSource = new(StringComparer.Ordinal) { ["component"] = Pages, ["action"] = Actions, ["form"] = Forms, ["query"] = Queries };

    private readonly Dictionary<(string Component, string Kind, string Name), Item> _items = [];

    public Coverage(IEnumerable<Component> components)
    {
        foreach (var component in components)
        {
            if (component is { Type: ComponentType.Page, Route: not null })
                Found(component, Pages, "");
            foreach (var action in component.Actions.Where(action => action.Reachable))
                Found(component, Actions, action.Name);
            foreach (var form in component.Forms)
                Found(component, Forms, string.IsNullOrEmpty(form.Id) ? "form" : form.Id);
            foreach (var query in component.Queries)
                Found(component, Queries, string.IsNullOrEmpty(query.Name) ? "query" : query.Name);
        }
    }

    /// <summary>One share a kind, in the order pages, actions, forms, queries.</summary>
    public IReadOnlyList<CoverageShare> Shares => [.. new[] { Pages, Actions, Forms, Queries }.Select(ShareOf)];

    /// <summary>Counts a case of the suite, whether this run takes it or not.</summary>
    public void AddCase(TestCase testCase)
    {
        if (testCase.IsActive && ItemOf(testCase) is { } item)
            item.HasCase = true;
    }

    /// <summary>Counts a final result, and its case with it.</summary>
    public void AddResult(CaseResult result)
    {
        AddCase(result.Case);
        if (!result.IsFinal || ItemOf(result.Case) is not { } item)
            return;
        item.HasPassed |= result.Status == CaseStatus.Passed;
        item.HasFailed |= result.Status is CaseStatus.Failed or CaseStatus.Error;
    }

    /// <inheritdoc />
    public ValueTask OnAsync(RunEvent runEvent, CancellationToken ct)
    {
        if (runEvent is CaseFinished finished)
            AddResult(finished.Result);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Found(Component component, string kind, string name)
    {
        if (_items.TryGetValue((component.FilePath, kind, name), out var item))
            item.Times++;
        else
            _items.Add((component.FilePath, kind, name), new Item());
    }

    private CoverageShare ShareOf(string kind)
    {
        var items = _items.Where(pair => pair.Key.Kind == kind).Select(pair => pair.Value).ToArray();
        return new CoverageShare(kind, items.Sum(item => item.Times), items.Where(item => item.HasCase).Sum(item => item.Times),
            items.Where(item => item is { HasPassed: true, HasFailed: false }).Sum(item => item.Times));
    }

    private Item? ItemOf(TestCase testCase)
    {
        if (testCase.ComponentPath is not { } path || testCase.GenerationSource is not { } source)
            return null;
        var colon = source.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !s_kindOfSource.TryGetValue(source[..colon], out var kind))
            return null;
        if (kind == Pages)
            return _items.GetValueOrDefault((path, kind, ""));
        // "action:login:invalid" is about "login", but a name may hold colons itself: the longest known one wins.
        for (var end = source.Length; end > colon; end = source.LastIndexOf(':', end - 1))
            if (_items.TryGetValue((path, kind, source[(colon + 1)..end]), out var item))
                return item;
        return null;
    }

    private sealed class Item
    {
        /// <summary>Things of one component that share a name are tested by the same cases.</summary>
        public int Times { get; set; } = 1;
        public bool HasCase { get; set; }
        public bool HasPassed { get; set; }
        public bool HasFailed { get; set; }
    }
}

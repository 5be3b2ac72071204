namespace Alicerce.Engine.Cases;

/// <summary>Which cases of a suite to run: those that fit every part that is given.</summary>
public sealed class CaseFilter
{
    private readonly Func<string, bool>[] _texts;
    private readonly string[] _anyTag;
    private readonly string[] _noTag;
    private readonly HashSet<CaseKind> _kinds;

    /// <param name="texts">Globs (<c>*</c>, <c>?</c>) or parts of a key, name, component or request path; one of them must fit. Empty lets all through.</param>
    /// <param name="tags">Tags of which one must be there, and <c>!tag</c> which must not; each may hold several, with commas.</param>
    /// <param name="kinds">Kinds of which one must fit; empty lets all through.</param>
    public CaseFilter(IEnumerable<string>? texts = null, IEnumerable<string>? tags = null, IEnumerable<CaseKind>? kinds = null)
    {
        _texts = [.. (texts ?? []).Where(t => t.Length > 0).Select(Matcher)];
        string[] all = [.. (tags ?? []).SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        _anyTag = [.. all.Where(t => t[0] != '!')];
        _noTag = [.. all.Where(t => t[0] == '!').Select(t => t[1..])];
        _kinds = [.. kinds ?? []];
    }

    public bool Includes(TestCase @case) =>
        (_kinds.Count == 0 || _kinds.Contains(@case.Kind))
        && (_anyTag.Length == 0 || _anyTag.Any(t => HasTag(@case, t)))
        && !_noTag.Any(t => HasTag(@case, t))
        && (_texts.Length == 0 || Array.Exists(_texts, fits => TextsOf(@case).Any(fits)));

    private static bool HasTag(TestCase @case, string tag) => @case.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);

    private static Func<string, bool> Matcher(string text)
    {
        if (!GlobPattern.IsGlob(text))
            return value => value.Contains(text, StringComparison.OrdinalIgnoreCase);
        return GlobPattern.Parse(text, crossSegments: true).IsMatch;
    }

    private static IEnumerable<string> TextsOf(TestCase @case)
    {
        yield return @case.Key;
        yield return @case.Name;
        if (@case.ComponentPath is not null)
            yield return @case.ComponentPath;
        foreach (Step step in @case.Steps)
        {
            if (step.Request is not null)
                yield return step.Request.Target;
        }
    }
}

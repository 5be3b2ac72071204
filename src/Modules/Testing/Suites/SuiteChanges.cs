using Alicerce.Engine.Cases;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>What a merge did, or would do, to a suite's cases (D21). Long lists are cut; the counts are whole.</summary>
internal sealed record SuiteChanges(
    IReadOnlyList<SuiteChanges.Named> Added, IReadOnlyList<SuiteChanges.Named> Updated, int Unchanged, IReadOnlyList<SuiteChanges.Named> KeptEdited,
    IReadOnlyList<SuiteChanges.Named> Obsolete, SuiteChanges.Totals Counts)
{
    private const int MostNamed = 1000;

    public sealed record Named(string Key, string Name);

    public sealed record Totals(int Added, int Updated, int Unchanged, int KeptEdited, int Obsolete);

    public static SuiteChanges Of(SuiteDiff diff)
    {
        var unchanged = diff.Unchanged.Count();
        return new SuiteChanges(
            NamesOf(diff.Added), NamesOf(diff.Updated), unchanged, NamesOf(diff.KeptEdited), NamesOf(diff.Obsolete),
            new Totals(diff.Added.Count(), diff.Updated.Count(), unchanged, diff.KeptEdited.Count(), diff.Obsolete.Count()));
    }

    private static IReadOnlyList<Named> NamesOf(IEnumerable<CaseChange> changes) => [.. changes.Take(MostNamed).Select(c => new Named(c.Key, c.After.Name))];
}

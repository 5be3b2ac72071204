namespace Alicerce.Engine.Cases;

/// <summary>What a merge does with one case.</summary>
public enum CaseChangeKind
{
    /// <summary>New: the generator made it for the first time.</summary>
    Added,
    /// <summary>Nobody had touched it, so it follows the generator; or its source came back.</summary>
    Updated,
    Unchanged,
    /// <summary>The generator would write it differently now, but it was edited by hand: the edit stays and the difference is shown.</summary>
    KeptEdited,
    /// <summary>Its source vanished: inactive and tagged, never deleted.</summary>
    Obsolete,
}

/// <summary>One case before and after a merge.</summary>
/// <param name="Before">Null for an added case.</param>
/// <param name="After">What belongs into the suite.</param>
/// <param name="Offered">For <see cref="CaseChangeKind.KeptEdited"/>: what the generator would have written.</param>
public sealed record CaseChange(CaseChangeKind Kind, TestCase? Before, TestCase After, TestCase? Offered = null)
{
    public string Key => After.Key;
}

/// <summary>The outcome of a merge: each case of the new suite, in the old order with added ones last, and what became of it.</summary>
public sealed record SuiteDiff(IReadOnlyList<CaseChange> Changes)
{
    /// <summary>The suite after the merge.</summary>
    public IEnumerable<TestCase> Cases => Changes.Select(c => c.After);

    public IEnumerable<CaseChange> Added => Of(CaseChangeKind.Added);
    public IEnumerable<CaseChange> Updated => Of(CaseChangeKind.Updated);
    public IEnumerable<CaseChange> Unchanged => Of(CaseChangeKind.Unchanged);
    public IEnumerable<CaseChange> KeptEdited => Of(CaseChangeKind.KeptEdited);
    public IEnumerable<CaseChange> Obsolete => Of(CaseChangeKind.Obsolete);

    /// <summary>Whether writing <see cref="Cases"/> would change anything.</summary>
    public bool HasChanges => Changes.Any(c => c.Kind is CaseChangeKind.Added or CaseChangeKind.Updated or CaseChangeKind.Obsolete);

    private IEnumerable<CaseChange> Of(CaseChangeKind kind) => Changes.Where(c => c.Kind == kind);
}

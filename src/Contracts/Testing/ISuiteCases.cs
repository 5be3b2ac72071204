namespace Alicerce.Contracts.Testing;

/// <summary>A question to whoever keeps suites: cases that are begun elsewhere, such as in the catalogue of scenarios, and the words of those that are there.</summary>
public interface ISuiteCases
{
    /// <returns>The project whose suite it is; null when there is none.</returns>
    Task<int?> FindProjectOfSuiteAsync(int suiteId, CancellationToken ct);

    /// <summary>Puts a draft at the end of a suite: it has a name and no request yet, and does not run until somebody completes and activates it.</summary>
    /// <returns>Its id; null when the suite has a case with this key already.</returns>
    Task<int?> AddDraftAsync(int suiteId, CaseDraft draft, CancellationToken ct);

    /// <returns>Null when there is no such case.</returns>
    Task<CaseWords?> FindAsync(int caseId, CancellationToken ct);
}

/// <param name="Key">Stable name in the suite, such as <c>scenario|17</c>.</param>
/// <param name="Name">At most 200 characters.</param>
public sealed record CaseDraft(string Key, string Name, string? Description, IReadOnlyList<string> Tags);

/// <param name="ProjectId">Of the case's suite.</param>
public sealed record CaseWords(int Id, int ProjectId, string Name, string? Description, IReadOnlyList<string> Tags);

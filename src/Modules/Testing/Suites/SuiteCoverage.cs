using Alicerce.Engine.Reporting;
using Alicerce.Engine.Running;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Web.Answers;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>How much of what was discovered a suite tests, and how much of it passed in its last run (T004-76).</summary>
internal static class SuiteCoverage
{
    /// <param name="RunId">The run that <c>passed</c> speaks of; null when none has ended.</param>
    public sealed record Answer(IReadOnlyList<Share> Kinds, int? RunId);

    /// <param name="Kind">pages, actions, forms or queries.</param>
    /// <param name="Covered">Those with at least one active case.</param>
    public sealed record Share(string Kind, int Discovered, int Covered, int Passed);

    public static async Task<Result<Answer>> HandleAsync(int id, TestingDb db, CancellationToken ct)
    {
        if (await ManageSuites.FindAsync(db, id, ct) is not { } suite) return Unknown.Suite(id);
        var coverage = new Coverage(await StoredScan.ReadComponentsAsync(db, suite.ProjectId, ct));
        var run = await LastRun.FindAsync(db, id, ct);
        var statuses = run is null ? [] : await db.Results.Where(r => r.RunDay == run.Day && r.RunId == run.Id && r.IsFinal).ToDictionaryAsync(r => r.TestCaseId, r => r.Status, ct);
        await foreach (var row in db.Cases.AsNoTracking().Where(c => c.SuiteId == id && c.DeletedAt == null && c.ComponentPath != null).AsAsyncEnumerable().WithCancellation(ct))
        {
            var @case = row.ToTestCase();
            coverage.AddCase(@case);
            if (statuses.TryGetValue(row.Id, out var status)) coverage.AddResult(new CaseResult { Case = @case, Status = Enum.Parse<CaseStatus>(status, ignoreCase: true) });
        }

        return new Answer([.. coverage.Shares.Select(s => new Share(s.Kind, s.Found, s.WithCase, s.Passed))], run?.Id);
    }
}

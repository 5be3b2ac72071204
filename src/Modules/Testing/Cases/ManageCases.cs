using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Modules.Testing.Suites;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Cases;

/// <summary>Lists, makes, changes and deletes cases (S004-API-19).</summary>
internal static class ManageCases
{
    public static readonly Problem KeyTaken = Problem.Conflict("cases.key_taken", "This suite already has a case with this key.");

    /// <param name="Kind">One kind of case.</param>
    /// <param name="Q">A part of the name, key or target.</param>
    /// <param name="Source">Beginning of the generation source, such as <c>action:login</c>, or <c>manual</c>.</param>
    /// <param name="LastStatus">passed, failed, skipped or error in the suite's last run.</param>
    public sealed record Filter(
        [FromQuery(Name = "kind")] string? Kind, [FromQuery(Name = "q")] string? Q, [FromQuery(Name = "tag")] string? Tag, [FromQuery(Name = "source")] string? Source,
        [FromQuery(Name = "last_status")] string? LastStatus);

    public static async Task<Paged<CaseView>> ListAsync(int suiteId, [AsParameters] PageQuery pages, [AsParameters] Filter filter, TestingDb db, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var request) is { } problem) return problem;
        if (Check(filter) is { } mistake) return mistake;
        if (await ManageSuites.FindAsync(db, suiteId, ct) is null) return Unknown.Suite(suiteId);
        var last = await LastRun.FindAsync(db, suiteId, ct);
        var cases = Matching(db, suiteId, filter);
        if (filter.LastStatus is { } status)
        {
            // A suite that never ran has no status to look for.
            var ended = ResultsOf(db, last).Where(r => r.Status == status);
            cases = cases.Where(c => ended.Any(r => r.TestCaseId == c.Id));
        }

        // The results of one page are looked up after it is chosen: joined before, every page would read all of the run.
        var page = await Paged.OfAsync(cases.OrderBy(c => c.Order).ThenBy(c => c.Id), request, row => row, ct);
        var results = await LastResultsAsync(db, page.Items!, last, ct);
        return Paged.Of(page.Items!.Select(row => CaseView.Of(row, results.GetValueOrDefault(row.Id))).ToList(), page.Meta!);
    }

    public static async Task<Created<CaseView>> CreateAsync(int suiteId, CaseBody body, TestingDb db, CancellationToken ct)
    {
        if (await ManageSuites.FindAsync(db, suiteId, ct) is null) return Unknown.Suite(suiteId);
        var last = await db.Cases.Where(c => c.SuiteId == suiteId && c.DeletedAt == null).Select(c => (int?)c.Order).MaxAsync(ct) ?? 0;
        var @case = CaseBuilder.New(body, last + 1);
        if (CaseRules.Check(@case) is { Count: > 0 } mistakes) return Problem.Invalid(mistakes);
        var row = @case.ToRow(suiteId, componentId: null);
        db.Cases.Add(row);
        return await ManageSuites.TrySaveAsync(db, ct) ? Created.At($"/api/v1/test-cases/{row.Id}", CaseView.Of(row, null)) : KeyTaken;
    }

    public static async Task<Result<CaseView>> GetAsync(int id, TestingDb db, CancellationToken ct)
    {
        return await FindAsync(db, id, ct) is { } row ? await ViewAsync(row, db, ct) : Unknown.Case(id);
    }

    public static async Task<Result<CaseView>> ChangeAsync(int id, CaseBody body, HttpContext http, TestingDb db, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } row) return Unknown.Case(id);
        if (http.CheckIfMatch(await ViewAsync(row, db, ct)) is { } stale) return stale;
        var changed = CaseBuilder.Change(row.ToTestCase(), body);
        if (CaseRules.Check(changed) is { Count: > 0 } mistakes) return Problem.Invalid(mistakes);
        changed.WriteTo(row, row.ComponentId);
        return await ManageSuites.TrySaveAsync(db, ct) ? await ViewAsync(row, db, ct) : KeyTaken;
    }

    /// <summary>It is hidden, and its results stay readable (T004-58).</summary>
    public static async Task<Done> DeleteAsync(int id, HttpContext http, TestingDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } row) return Unknown.Case(id);
        if (http.CheckIfMatch(await ViewAsync(row, db, ct)) is { } stale) return stale;
        row.DeletedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.Successfully;
    }

    private static async Task<CaseView> ViewAsync(StoredCase row, TestingDb db, CancellationToken ct)
    {
        var results = await LastResultsAsync(db, [row], await LastRun.FindAsync(db, row.SuiteId, ct), ct);
        return CaseView.Of(row, results.GetValueOrDefault(row.Id));
    }

    private static Task<StoredCase?> FindAsync(TestingDb db, int id, CancellationToken ct) =>
        db.Cases.SingleOrDefaultAsync(c => c.Id == id && c.DeletedAt == null && db.Suites.Any(s => s.Id == c.SuiteId && s.DeletedAt == null), ct);

    private static Problem? Check(Filter filter) => new Validation()
        .Check(filter.Kind is null || CaseMapping.KindNames.Contains(filter.Kind), "kind", "unknown", $"kind is one of {string.Join(", ", CaseMapping.KindNames)}.")
        .Check(filter.LastStatus is null || RunStatuses.OfResults.Contains(filter.LastStatus), "last_status", "unknown", $"last_status is one of {string.Join(", ", RunStatuses.OfResults)}.")
        .Problem;

    private static IQueryable<StoredCase> Matching(TestingDb db, int suiteId, Filter filter)
    {
        var query = db.Cases.AsNoTracking().Where(c => c.SuiteId == suiteId && c.DeletedAt == null);
        if (filter.Kind is { } kind) query = query.Where(c => c.TestType == kind);
        if (filter.Tag is { Length: > 0 } tag) query = query.Where(c => c.Tags.Contains(tag));
        if (filter.Source is "manual") query = query.Where(c => !c.AutoGenerated);
        else if (filter.Source is { Length: > 0 } source) query = query.Where(c => c.GenerationSource!.StartsWith(source));
        if (Like.Containing(filter.Q) is { } pattern)
            query = query.Where(c => EF.Functions.ILike(c.Name, pattern, Like.Escape) || EF.Functions.ILike(c.Key, pattern, Like.Escape) || EF.Functions.ILike(c.Target, pattern, Like.Escape));
        return query;
    }

    private static async Task<Dictionary<int, LastResultView>> LastResultsAsync(TestingDb db, IReadOnlyList<StoredCase> cases, LastRun? last, CancellationToken ct)
    {
        if (last is null) return [];
        var ids = cases.Select(c => c.Id).ToList();
        return await ResultsOf(db, last).Where(r => ids.Contains(r.TestCaseId))
            .ToDictionaryAsync(r => r.TestCaseId, r => new LastResultView(r.Status, r.RunId, r.FinishedAt), ct);
    }

    private static IQueryable<StoredResult> ResultsOf(TestingDb db, LastRun? last) =>
        last is null ? db.Results.Where(_ => false) : db.Results.AsNoTracking().Where(r => r.RunDay == last.Day && r.RunId == last.Id && r.IsFinal);
}

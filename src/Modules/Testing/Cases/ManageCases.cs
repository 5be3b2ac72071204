using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Modules.Testing.Suites;
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
        var query = WithLastResults(db, Matching(db, suiteId, filter), last);
        if (filter.LastStatus is { } status) query = query.Where(row => row.Status == status);
        return await Paged.OfAsync(query.OrderBy(row => row.Case.Order).ThenBy(row => row.Case.Id), request, ViewOf, ct);
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
        if (await FindAsync(db, id, ct) is not { } row) return Unknown.Case(id);
        var last = await LastRun.FindAsync(db, row.SuiteId, ct);
        return ViewOf(await WithLastResults(db, db.Cases.AsNoTracking().Where(c => c.Id == id), last).SingleAsync(ct));
    }

    public static async Task<Result<CaseView>> ChangeAsync(int id, CaseBody body, TestingDb db, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } row) return Unknown.Case(id);
        var changed = CaseBuilder.Change(row.ToTestCase(), body);
        if (CaseRules.Check(changed) is { Count: > 0 } mistakes) return Problem.Invalid(mistakes);
        changed.WriteTo(row, row.ComponentId);
        return await ManageSuites.TrySaveAsync(db, ct) ? CaseView.Of(row, null) : KeyTaken;
    }

    /// <summary>It is hidden, and its results stay readable (T004-58).</summary>
    public static async Task<Done> DeleteAsync(int id, TestingDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } row) return Unknown.Case(id);
        row.DeletedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.Successfully;
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

    private static IQueryable<Row> WithLastResults(TestingDb db, IQueryable<StoredCase> cases, LastRun? last)
    {
        if (last is null) return cases.Select(c => new Row { Case = c });
        return from c in cases
               from r in db.Results.Where(r => r.RunDay == last.Day && r.RunId == last.Id && r.TestCaseId == c.Id && r.IsFinal).DefaultIfEmpty()
               select new Row { Case = c, Status = r!.Status, RunId = r.RunId, At = r.FinishedAt };
    }

    private static CaseView ViewOf(Row row) => CaseView.Of(row.Case, row.Status is { } status ? new LastResultView(status, row.RunId ?? 0, row.At) : null);

    /// <summary>A case beside its result in the last run.</summary>
    private sealed class Row
    {
        public required StoredCase Case { get; init; }
        public string? Status { get; init; }
        public int? RunId { get; init; }
        public DateTimeOffset? At { get; init; }
    }
}

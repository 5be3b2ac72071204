using System.Text.Json.Nodes;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Modules.Testing.Runs;
using Alicerce.Platform.Data;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>Lists, makes, changes and deletes suites (S004-API-19).</summary>
internal static class ManageSuites
{
    /// <summary>D20: whoever says what may change state in production decides about production.</summary>
    public static readonly Problem AdminAllows = Problem.Forbidden(
        "suites.admin_allows_changes", "config.allowed_mutations names cases that may change state in protected environments: only an admin adds to it; leave it as it is, or ask one.");

    public static readonly Problem NameTaken = Problem.Conflict("suites.name_taken", "This project already has a suite with this name.");

    /// <param name="TestType">smoke, api, form, query, auth, edge, security, e2e, load or mixed.</param>
    /// <param name="Config">How it runs: timeout, retries, parallel, block_on_failure, min_pass_rate, allowed_mutations.</param>
    /// <param name="AutoRun">Runs on deploy.</param>
    public sealed record SuiteInput(
        string Name, string TestType = SuiteRules.Mixed, string? Description = null, JsonObject? Config = null, bool IsActive = true, bool AutoRun = false);

    /// <summary>Fields to change; what is left out stays, null clears.</summary>
    public sealed record SuitePatch
    {
        public Optional<string> Name { get; init; }

        public Optional<string> TestType { get; init; }

        public Optional<string?> Description { get; init; }

        public Optional<JsonObject?> Config { get; init; }

        public Optional<bool> IsActive { get; init; }

        public Optional<bool> AutoRun { get; init; }
    }

    public static async Task<Paged<SuiteView>> ListAsync(
        int projectId, [AsParameters] PageQuery pages, string? q, TestingDb db, IProjects projects, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var request) is { } problem) return problem;
        if (await projects.FindAsync(projectId, ct) is null) return Unknown.Project(projectId);
        var pattern = Like.Containing(q);
        var query = db.Suites.AsNoTracking().Where(LivingSuites.NotDeleted)
            .Where(s => s.ProjectId == projectId && (pattern == null || EF.Functions.ILike(s.Name, pattern, Like.Escape)));
        var rows = query.OrderBy(s => s.Name).Select(s => new { Suite = s, Cases = db.Cases.Count(c => c.SuiteId == s.Id && c.DeletedAt == null) });
        return await Paged.OfAsync(rows, request, row => SuiteView.Of(row.Suite, row.Cases), ct);
    }

    public static async Task<Created<SuiteView>> CreateAsync(int projectId, SuiteInput input, HttpContext http, TestingDb db, IProjects projects, CancellationToken ct)
    {
        var validation = new Validation().CheckName(input.Name).CheckType(input.TestType).CheckDescription(input.Description).CheckConfig(input.Config);
        if (validation.Problem is { } problem) return problem;
        if (await projects.FindAsync(projectId, ct) is null) return Unknown.Project(projectId);
        var isAdmin = await http.MayAsync(Policies.Admin);
        var config = ConfigOf(input.Config);
        if (AllowsMore(null, config) && !isAdmin) return AdminAllows;
        var suite = new StoredSuite
        {
            ProjectId = projectId,
            Name = input.Name,
            TestType = input.TestType,
            Description = input.Description,
            ConfigJson = await AllowedContents.NoteAsync(ProfileFingerprints.Note(config, null, isAdmin), null, db, ct),
            IsActive = input.IsActive,
            AutoRun = input.AutoRun,
        };
        db.Suites.Add(suite);
        return await TrySaveAsync(db, ct) ? Created.At($"/api/v1/test-suites/{suite.Id}", SuiteView.Of(suite, 0)) : NameTaken;
    }

    public static async Task<Result<SuiteView>> GetAsync(int id, TestingDb db, CancellationToken ct) =>
        await FindAsync(db, id, ct) is { } suite ? await ViewAsync(suite, db, ct) : Unknown.Suite(id);

    public static async Task<Result<SuiteView>> ChangeAsync(int id, SuitePatch patch, HttpContext http, TestingDb db, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } suite) return Unknown.Suite(id);
        if (http.CheckIfMatch(await ViewAsync(suite, db, ct)) is { } stale) return stale;
        var validation = new Validation()
            .CheckName(patch.Name.Or(suite.Name)).CheckType(patch.TestType.Or(suite.TestType)).CheckDescription(patch.Description.Or(suite.Description))
            .CheckConfig(patch.Config.Or(null));
        if (validation.Problem is { } problem) return problem;
        var isAdmin = await http.MayAsync(Policies.Admin);
        var config = ConfigOf(patch.Config.Or(null));
        if (patch.Config.IsGiven && AllowsMore(suite.ConfigJson, config) && !isAdmin) return AdminAllows;
        suite.Name = patch.Name.Or(suite.Name);
        suite.TestType = patch.TestType.Or(suite.TestType);
        suite.Description = patch.Description.Or(suite.Description);
        if (patch.Config.IsGiven) suite.ConfigJson = await AllowedContents.NoteAsync(ProfileFingerprints.Note(config, suite.ConfigJson, isAdmin), suite, db, ct);
        suite.IsActive = patch.IsActive.Or(suite.IsActive);
        suite.AutoRun = patch.AutoRun.Or(suite.AutoRun);
        return await TrySaveAsync(db, ct) ? await ViewAsync(suite, db, ct) : NameTaken;
    }

    /// <summary>A suite with runs is hidden and its history stays readable; one without goes (T004-58).</summary>
    public static async Task<Done> DeleteAsync(int id, HttpContext http, TestingDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } suite) return Unknown.Suite(id);
        if (http.CheckIfMatch(await ViewAsync(suite, db, ct)) is { } stale) return stale;
        if (await db.Runs.AnyAsync(r => r.SuiteId == id, ct)) suite.DeletedAt = clock.GetUtcNow();
        else db.Suites.Remove(suite);
        await db.SaveChangesAsync(ct);
        return Done.Successfully;
    }

    /// <summary>A suite that is not deleted, tracked.</summary>
    public static Task<StoredSuite?> FindAsync(TestingDb db, int id, CancellationToken ct) => db.Suites.Where(LivingSuites.NotDeleted).SingleOrDefaultAsync(s => s.Id == id, ct);

    public static async Task<bool> TrySaveAsync(TestingDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    private static async Task<SuiteView> ViewAsync(StoredSuite suite, TestingDb db, CancellationToken ct) =>
        SuiteView.Of(suite, await db.Cases.CountAsync(c => c.SuiteId == suite.Id && c.DeletedAt == null, ct));

    private static bool AllowsMore(string? stored, string config) =>
        SuiteConfig.Read(config).AllowedMutations.Except(SuiteConfig.Read(stored).AllowedMutations, StringComparer.Ordinal).Any();

    private static string ConfigOf(JsonObject? config) => config is null ? SuiteRules.DefaultConfig : CaseJson.ForJsonb(config.ToJsonString());
}

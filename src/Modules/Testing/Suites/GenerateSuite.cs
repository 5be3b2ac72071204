using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Generation;
using Alicerce.Engine.Projects;
using Alicerce.Modules.Testing.Discovery;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Suites;

/// <summary>
/// <c>POST /projects/{id}/test-suites/generate</c> (S004-GEN-11): (1) read what scans found, (2) generate, (3) merge with the suite of that name
/// by stable key (D21, T004-42), (4) store the difference, unless it is only a preview.
/// </summary>
internal sealed class GenerateSuite(TestingDb db, CaseStore cases, IProjects projects)
{
    private const int MostWarnings = 500;

    /// <param name="Name">Of the suite; generating under the same name again merges.</param>
    /// <param name="Types">smoke, api, form, query, auth, edge, security, e2e, load; default is what alicerce.yaml says, else smoke, api, form and query.</param>
    /// <param name="Seed">For values that nothing else fixes.</param>
    /// <param name="Preview">Shows the difference and stores nothing.</param>
    public sealed record Input(string Name = "Auto Suite", string[]? Types = null, int? Seed = null, bool Preview = false);

    /// <param name="Id">Null for the preview of a new suite.</param>
    /// <param name="Warnings">Why less is tested than one may think.</param>
    public sealed record Answer(
        int? Id, int ProjectId, string Name, string TestType, string? Description, bool IsActive, bool AutoRun, JsonElement Config, int TotalCases, SuiteChanges Diff,
        IReadOnlyList<Warning> Warnings);

    public sealed record Warning(string Code, string Severity, string Message, string? ComponentPath);

    public static Task<Result<Answer>> HandleAsync(int projectId, Input? input, GenerateSuite generate, CancellationToken ct) => generate.RunAsync(projectId, input ?? new Input(), ct);

    private async Task<Result<Answer>> RunAsync(int projectId, Input input, CancellationToken ct)
    {
        var validation = new Validation().CheckName(input.Name);
        if (GenerationKinds.Problem(input.Types ?? []) is { } unknownType) validation.Add("types", "unknown_type", unknownType);
        if (validation.Problem is { } problem) return problem;
        if (await projects.FindAsync(projectId, ct) is null) return Unknown.Project(projectId);
        var configText = await db.ScanSources.Where(s => s.ProjectId == projectId).Select(s => s.Config).SingleOrDefaultAsync(ct);
        _ = ScanConfig.Read(configText, out var config);
        var scan = await StoredScan.ReadAsync(db, projectId, ct);
        var options = OptionsFor(config, input);
        var generated = await Task.Run(() => SuiteGenerator.Generate(scan, options), ct);
        if (generated.Cases.Count > CaseStore.MostCases)
            return Problem.Invalid("types", "too_many_cases", $"That would make {generated.Cases.Count:N0} cases; a suite has at most {CaseStore.MostCases:N0}. Ask for fewer types.");
        return await MergeAsync(projectId, input, config, generated, options.Types, ct);
    }

    private async Task<Answer> MergeAsync(int projectId, Input input, ProjectConfig? config, GeneratedSuite generated, IReadOnlyList<string> types, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two merges of one suite at once would both add the same cases.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(1952805749, {projectId})", ct);
        var suite = await db.Suites.Where(LivingSuites.NotDeleted).SingleOrDefaultAsync(s => s.ProjectId == projectId && s.Name == input.Name, ct);
        var isNew = suite is null;
        suite ??= NewSuite(projectId, input.Name, config);
        var rows = isNew ? [] : await cases.ReadAsync(suite.Id, ct);
        var deleted = isNew ? [] : await cases.DeletedKeysAsync(suite.Id, ct);
        var diff = SuiteMerge.Merge(rows.Select(row => row.ToTestCase()), generated.Cases.Select(CaseStore.Fit).Where(c => !deleted.Contains(c.Key)), c => GenerationKinds.Cover(types, c));
        if (!input.Preview)
        {
            if (isNew) db.Suites.Add(suite);
            await db.SaveChangesAsync(ct);
            await cases.ApplyAsync(projectId, suite.Id, rows, diff, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new Answer(
            isNew && input.Preview ? null : suite.Id, projectId, suite.Name, suite.TestType, suite.Description, suite.IsActive, suite.AutoRun, JsonElement.Parse(suite.ConfigJson),
            diff.Changes.Count, SuiteChanges.Of(diff), WarningsOf(generated, deleted));
    }

    private static StoredSuite NewSuite(int projectId, string name, ProjectConfig? config) => new()
    {
        ProjectId = projectId,
        Name = name,
        Description = $"Auto-generated test suite for project {projectId}",
        TestType = SuiteRules.Mixed,
        ConfigJson = ConfigOf(config),
    };

    /// <summary>Runs read the auth profiles from the suite; their secrets are names, not values.</summary>
    private static string ConfigOf(ProjectConfig? config)
    {
        var json = JsonNode.Parse(SuiteRules.DefaultConfig)!.AsObject();
        if (config is { Auth.Count: > 0 })
        {
            json["auth_profiles"] = JsonSerializer.SerializeToNode(config.Auth, ApiJson.Options);
            json["default_auth"] = DefaultAuthOf(config);
        }

        return CaseJson.ForJsonb(json.ToJsonString());
    }

    private static GenerationOptions OptionsFor(ProjectConfig? config, Input input)
    {
        var login = config?.Auth.Values.FirstOrDefault(profile => profile.LoginPath is not null);
        var options = new GenerationOptions
        {
            Types = TypesFor(config, input),
            Seed = input.Seed ?? config?.Generate.Seed ?? 1,
            AuthProfileNames = [.. config?.Auth.Keys ?? []],
            DefaultAuth = config is null ? null : DefaultAuthOf(config),
            RoleProfiles = config?.Roles ?? new Dictionary<string, string>(),
            LoginFields = login?.Fields ?? new Dictionary<string, string>(),
            IgnoredRoutes = config?.Ignore.Routes ?? [],
        };
        return login?.LoginPath is { } path ? options with { LoginPath = path } : options;
    }

    private static IReadOnlyList<string> TypesFor(ProjectConfig? config, Input input) =>
        input.Types is { Length: > 0 } asked ? asked
        : config is { Generate.Types.Count: > 0 } ? [.. config.Generate.Types.Select(CaseMapping.KindName)]
        : GenerationKinds.Default;

    private static string? DefaultAuthOf(ProjectConfig config) =>
        (config.Environments.GetValueOrDefault(EnvironmentFacts.Local) ?? config.Environments.Values.FirstOrDefault())?.DefaultAuth;

    private static List<Warning> WarningsOf(GeneratedSuite generated, HashSet<string> deleted)
    {
        var warnings = generated.Notes.OrderByDescending(note => note.Severity).Take(MostWarnings)
            .Select(note => new Warning(note.Code, note.Severity.ToString().ToLowerInvariant(), note.Message, note.ComponentPath)).ToList();
        var leftOut = generated.Cases.Count(c => deleted.Contains(c.Key));
        if (leftOut > 0) warnings.Add(new Warning("deleted_by_hand", "info", $"{leftOut} generated cases were deleted by hand and were not made again.", null));
        return warnings;
    }
}
